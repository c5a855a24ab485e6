//! A new case file for a programme: commented, and blank where only its author knows.

use super::programme::ProgrammeKind;

/// The skeleton of a case file. Its blanks are found by checking it (`M06`); once they
/// are filled it passes.
pub fn skeleton(programme: ProgrammeKind) -> String {
    let body = match programme {
        ProgrammeKind::Cppp => include_str!("skeleton/cppp.yaml"),
        ProgrammeKind::PlanningTogether => include_str!("skeleton/planning-together.yaml"),
        ProgrammeKind::WorkingTogether => include_str!("skeleton/working-together.yaml"),
        ProgrammeKind::Mediation => include_str!("skeleton/mediation.yaml"),
    };
    format!("{}\n{body}", include_str!("skeleton/head.yaml"))
}
