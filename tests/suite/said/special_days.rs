//! Special days that are ordered are read back from the annex, with the paragraphs that give way
//! to them.

use serde_yaml::Value;

use super::annex::read_back;
use crate::trial::Trial;

#[test]
fn special_days_of_one_child_of_the_other_parent_and_of_some_years_are_read_back() {
    let trial = || {
        Trial::case("full-agreement").altered(|case| {
            case["document"]["status"] = "draft".into();
            let terms = case["arrangements"].as_sequence_mut().expect("a list");
            for term in terms {
                match term["id"].as_str() {
                    Some("mothers_day") => term["children"] = vec![Value::from("rowan")].into(),
                    Some("fathers_day") => {
                        term["schedule"]["rule"]["every"] = "mother".into();
                        term["with"] = "mother".into();
                        term["from"] = "2027-09-01".into();
                        term["until"] = "2031-09-01".into();
                        term["text"] = "One Sunday in June is with her.".into();
                    }
                    _ => {}
                }
            }
        })
    };
    assert_eq!(read_back(trial), 12);
}
