//! A case in which every text and place that can be kept back is kept from somebody.

use concord::case::Case;
use concord::case::fields::{Field, Written, fields};
use concord::case::mark::{Door, Holds};
use serde_yaml::{Mapping, Value};

use super::otherwise::place_mut;

/// Every field of the model that is written in a case and holds words or signs.
pub(super) fn said(case: &Case) -> Vec<Field> {
    fields(case, |holds| {
        matches!(holds, Holds::Words(_) | Holds::Language(_) | Holds::Form)
    })
}

/// Where the texts stand that may have a `vis` of their own.
pub(super) fn texts(case: &Case) -> Vec<String> {
    let texts = said(case).into_iter();
    let texts = texts.filter(|field| {
        matches!(field.written, Written::Narrative(_)) && field.mark.door != Door::Office
    });
    texts.map(|field| field.at.to_string()).collect()
}

/// Writes what no case of the fixtures tells: an interpreter, a surname to come, why an order
/// reaches past sixteen, what the children are told, who publishes a term.
pub(super) fn tell_more(case: &mut Value) {
    if let Some(people) = case.get_mut("people")
        && let Some(adult) = list(people, "adults").into_iter().next()
    {
        adult["interpreter"] = "Polish".into();
        adult["interpreter_cy"] = "Pwyleg".into();
    }
    if let Some(arrangement) = list(case, "arrangements").into_iter().next() {
        arrangement["exceptional"] = "She asks for it herself.".into();
        arrangement["tell_child"] = "You stay where you are.".into();
    }
    if let Some(calendar) = case.get_mut("calendar")
        && let Some(term) = list(calendar, "school_terms").into_iter().next()
    {
        term["la"] = "Leeds City Council".into();
    }
}

/// Marks a text with who may see it.
pub(super) fn keep_back(case: &mut Value, at: &str, vis: &str, to: Option<Value>) {
    let Some(text) = place_mut(case, at) else {
        return;
    };
    let mut block = Mapping::new();
    match &*text {
        Value::Mapping(written) => block = written.clone(),
        words => drop(block.insert("text".into(), words.clone())),
    }
    block.insert("vis".into(), vis.into());
    match to {
        Some(id) => drop(block.insert("served_to".into(), Value::Sequence(vec![id]))),
        None => drop(block.remove("served_to")),
    }
    *text = Value::Mapping(block);
}

/// Hides every second place, keeps one person's details back, shares a child's words with some
/// and keeps some notes in the room: others in each turn.
pub(super) fn hide_places_and_words(case: &mut Value, turn: usize) {
    for place in list(case, "places").into_iter().skip(turn % 2).step_by(2) {
        place["confidential"] = true.into();
        place["public_label"] = "a place that is agreed".into();
    }
    for voice in list(case, "child_voice") {
        let shares = ["no", "court", "parents", "all"].into_iter().cycle();
        for (quote, share) in list(voice, "words").into_iter().zip(shares.skip(turn)) {
            quote["share"] = share.into();
        }
    }
    if let Some(people) = case.get_mut("people") {
        let adults = list(people, "adults").into_iter().zip('A'..);
        for (adult, letter) in adults.skip(turn % 2).step_by(2) {
            let kept = ["address", "email", "phone", "person_child_lives_with"];
            let kept = kept.map(|key| (key.into(), true.into()));
            adult["c8"] = Value::Mapping(kept.into_iter().collect());
            adult["c8"]["public_label"] = format!("Ms {letter}").into();
            adult["c8"]["proposed_surname"] = "Nowakowska".into();
            adult["known_as"] = "Jo".into();
            adult["former_names"] = Value::Sequence(vec!["Jo Bell".into()]);
        }
    }
    if let Some(programme) = case.get_mut("programme") {
        for session in list(programme, "sessions") {
            for note in list(session, "notes").into_iter().skip(turn % 2).step_by(2) {
                note["basis"] = "without_prejudice".into();
            }
        }
    }
}

fn list<'a>(block: &'a mut Value, key: &str) -> Vec<&'a mut Value> {
    let list = block.get_mut(key).and_then(Value::as_sequence_mut);
    list.into_iter().flatten().collect()
}
