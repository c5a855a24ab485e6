//! What must reach one reader and not another: an error of this family is a confidentiality
//! stop, and nothing of the case may be written.

super::family::codes! {
    REPEATED = "K01" Error "restricted words, repeated where others read them";
    NEARLY_REPEATED = "K02" Warning "a restricted text, told again in other words";
    LEAK = "K03" Error "a finished document that holds what its reader may not see";
    UNSAID_PLACE = "K04" Error "a place of which nothing says whether it is confidential";
    ANSWERS_NOTHING = "K05" Warning "an answer to a repeat that is not there";
    NOT_LOOKED_AT = "K06" Error "a picture that nobody has looked at";
    UNREAD = "K07" Error "a finished document that cannot be searched";
    UNSAID_ACCOUNT = "K08" Error "an account of a child's words of which nothing says who reads it";
}
