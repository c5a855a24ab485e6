//! The figures of two halves are compared, whatever words stand around them.

use super::english;
use super::welsh;

#[test]
fn the_same_facts_in_two_languages_have_the_same_figures() {
    let english = english().figures(
        "On Monday 2 March 2026 from 8.45 am to 12 noon, Aled (aged 5) has four sessions in \
         room 12B; midnight on 20 May. Case LS26P00832, £1,250.",
    );
    let welsh = welsh().figures(
        "Ddydd Llun 2 Mawrth 2026 rhwng 8.45am a hanner dydd, mae gan Aled (5 oed) 4 sesiwn yn \
         ystafell 12B; hanner nos ar 20 Mai. Achos LS26P00832, £1,250.",
    );
    assert!(
        english.not_in(&welsh).is_empty(),
        "{:?}",
        english.not_in(&welsh)
    );
    assert!(
        welsh.not_in(&english).is_empty(),
        "{:?}",
        welsh.not_in(&english)
    );
}

#[test]
fn every_kind_of_change_is_seen() {
    let welsh = welsh();
    let text = "Ddydd Llun 2 Mawrth 2026 am 5.30pm mae 3 phlentyn.";
    for (was, is, seen) in [
        ("2 Mawrth", "3 Mawrth", "2026-03-02"),
        ("Mawrth 2026", "Mai 2026", "2026-03-02"),
        ("5.30pm", "5.30am", "17:30"),
        ("3 phlentyn", "4 plentyn", "3"),
    ] {
        let changed = text.replace(was, is);
        let (before, after) = (welsh.figures(text), welsh.figures(&changed));
        assert_eq!(before.not_in(&after), [seen], "{changed}");
    }
}

#[test]
fn a_date_said_twice_must_be_said_twice() {
    let english = english();
    let twice = english.figures("2 March 2026, 2 March 2026");
    let once = english.figures("2 March 2026");
    assert_eq!(twice.not_in(&once), ["2026-03-02"]);
    assert!(once.not_in(&twice).is_empty());
}
