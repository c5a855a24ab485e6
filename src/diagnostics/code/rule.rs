//! The rules about a case, numbered as in the catalogue: what is logically impossible is an error, what is unusual a warning.

super::codes! {
    TWO_PEOPLE = "R19" Error "a child with two people at once";
    MISSED_HANDOVER = "R20" Error "a handover that does not meet";
    GAP = "R21" Warning "a time at which nobody has the child";
    HOLIDAY_SHARE = "R22" Error "a holiday shared twice, not wholly, or beyond its days";
    NO_PRIORITY = "R23" Error "two arrangements claim one hour and nothing decides";
    YEAR_RULE = "R24" Warning "a rule of years that leaves a year open";
    CLOCK_CHANGE = "R25" Warning "a time in the hour in which the clock is changed";
    SCHOOL_CLOSED = "R26" Warning "a handover at school while the school is closed";
    NIGHT_COUNT = "R27" Warning "nights stated that the weekly pattern does not make";
    NEVER = "R71" Error "a part of an arrangement that never comes about";
}
