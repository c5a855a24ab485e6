//! The shape of a case: fields, types and forms.

super::family::codes! {
    UNKNOWN_FIELD = "M01" Error "a field that the case does not have";
    MISSING_FIELD = "M02" Error "a field that the file must have";
    WRONG_TYPE = "M03" Error "a value of the wrong kind";
    WRONG_FORM = "M04" Error "a value that is not of the form it must have";
    NO_SUCH_CHOICE = "M05" Error "a value that is not one of the choices";
    BLANK = "M06" Error "a required field that is left blank";
    NO_SUCH_DATE = "M07" Error "a date or time that does not exist";
    SCHEMA_VERSION = "M08" Error "a version of the case file that this program does not read";
    NO_PICTURE = "M09" Error "a picture that is not beside the case file";
    FOR_ALL = "M20" Error "something said for all that is out of place";
    NOT_SAID = "M21" Error "a schedule that leaves out what nothing else says";
    NOT_CONVERTED = "M22" Error "a case file that cannot be put in the form of `concord/2`";
}
