//! Settings: what a firm's folder says of itself, and where it is found.

super::family::codes! {
    NO_FOLDER = "C01" Error "a layer over a folder that is not there";
    WRITABLE = "C02" Error "settings that somebody else may write";
    CIRCLE = "C03" Error "a layer that lies over itself";
    SAME_NAME = "C04" Error "two layers of one name";
    SEVERAL = "C05" Error "cases of one run that answer to different settings";
    TWICE = "C06" Error "somebody whom a firm describes twice";
    NOT_WRITTEN = "C07" Error "a document in a language that the firm does not write";
    NO_VALUE = "C08" Error "a value of a theme that there is not";
    VALUE = "C09" Error "a value of a theme that it cannot have";
    LOGO = "C10" Error "a logo that cannot be taken";
    NO_FONT = "C11" Error "a face of which there is no font";
}
