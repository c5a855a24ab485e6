//! Schedules as lines say them, and what they mean in the model.

use serde_json::{Value, json};

/// Schedules as lines say them, and what they mean.
pub(super) fn other_schedules() -> Vec<(&'static str, Value)> {
    [shared_days(), calls_and_handovers()].concat()
}

fn shared_days() -> Vec<(&'static str, Value)> {
    vec![
        (
            "{periods: [summer], halves: {even: ruth, odd: martin}, change_at: 12:00}",
            json!({"kind": "holiday", "periods": ["summer"], "share": {"by": "halves",
                   "first": {"even": "ruth", "odd": "martin"}, "change_at": "12:00"}}),
        ),
        (
            "{periods: [summer], whole: {every: ruth}}",
            json!({"kind": "holiday", "periods": ["summer"],
                   "share": {"by": "whole", "with": {"every": "ruth"}}}),
        ),
        (
            "{periods: [summer], dates: [{from: 2026-08-01 10:00, to: 2026-08-08}]}",
            json!({"kind": "holiday", "periods": ["summer"], "share": {"by": "dates", "parts": [
                   {"from": "2026-08-01", "from_time": "10:00", "to": "2026-08-08",
                    "with": "martin"}]}}),
        ),
        (
            "{day: christmas_eve 12:00 to 12:00 +2, even: ruth, odd: martin}",
            json!({"kind": "special", "day": "christmas_eve", "start": "12:00", "end": "12:00",
                   "end_after_days": 2, "rule": {"even": "ruth", "odd": "martin"}}),
        ),
        (
            "{day: birthday until 18:00, child: gwen, every: martin}",
            json!({"kind": "special", "day": "birthday", "child": "gwen", "end": "18:00",
                   "end_after_days": 0, "rule": {"every": "martin"}}),
        ),
        (
            "{video: tuesday and sunday 18:00 to 18:30, initiated_by: ruth}",
            json!({"kind": "indirect", "channel": "video", "days": ["tuesday", "sunday"],
                   "start": "18:00", "end": "18:30", "initiated_by": "ruth", "with": "martin"}),
        ),
    ]
}

fn calls_and_handovers() -> Vec<(&'static str, Value)> {
    vec![
        (
            "{letter: no fixed day, initiated_by: martin, with: ruth}",
            json!({"kind": "indirect", "channel": "letter", "initiated_by": "martin",
                   "with": "ruth"}),
        ),
        (
            "{monthly: first and last friday 17:00 to 10:00 +1}",
            json!({"kind": "monthly", "of_month": ["first", "last"], "day": "friday",
                   "start": "17:00", "end": "10:00", "end_after_days": 1, "with": "martin"}),
        ),
        (
            "{rota: 4 on 3 off, first: 2026-06-12, change: 16:00, with: ruth}",
            json!({"kind": "rota", "first": "2026-06-12", "on": 4, "off": 3, "change": "16:00",
                   "with": "ruth"}),
        ),
        (
            "{day: other 10:00 to 18:00, name: Eid al-Fitr, dates: [2027-03-10], every: ruth}",
            json!({"kind": "special", "day": "other", "name": "Eid al-Fitr",
                   "dates": ["2027-03-10"], "start": "10:00", "end": "18:00",
                   "rule": {"every": "ruth"}}),
        ),
        (
            "{phone: third sunday 18:00 to 18:30, initiated_by: ruth}",
            json!({"kind": "indirect", "channel": "phone", "of_month": ["third"],
                   "days": ["sunday"], "start": "18:00", "end": "18:30", "initiated_by": "ruth",
                   "with": "martin"}),
        ),
        (
            "{gift: sunday, cycle_weeks: 2, anchor: 2026-06-08, initiated_by: ruth}",
            json!({"kind": "indirect", "channel": "gift", "days": ["sunday"], "cycle_weeks": 2,
                   "anchor": "2026-06-08", "initiated_by": "ruth", "with": "martin"}),
        ),
        (
            "{from: ruth, to: martin, place: school, by: ruth}",
            json!({"kind": "handover", "from": "ruth", "to": "martin", "place": "school",
                   "by": "ruth"}),
        ),
    ]
}
