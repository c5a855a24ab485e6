//! Writing files.

super::family::codes! {
    FOLDER = "O01" Error "the output folder cannot be made or written to";
    NOT_A_FOLDER = "O02" Error "a file stands where the output folder should be";
    DISK_FULL = "O03" Error "the disk is full";
    FOLDER_IN_THE_WAY = "O04" Error "a folder stands where a document should be";
    NOT_WRITTEN = "O05" Error "a document could not be written";
    SAME_NAME = "O06" Error "two cases would write into the same folder";
    ALREADY_THERE = "O07" Error "a new file would take the place of an old one";
    MANIFEST = "O08" Error "the manifest of the output folder cannot be used";
    SHARDS = "O09" Error "the shards of a folder cannot be merged";
    ANOTHER_CASE = "O10" Error "the folder or a document of another case stands in the way";
    LINK = "O11" Error "a link stands where a document should be";
    FOREIGN = "O12" Error "a file that no build made stands where a document is to be written";
    CHANGED = "O13" Error "a document was changed by hand since it was written";
    NO_LONGER = "O14" Error "a document that no longer applies was changed by hand";
    NO_SUCH_READER = "O15" Error "a reader who is nobody of the case";
    NO_MANIFEST = "O20" Error "a folder that is to be compared has no manifest";
    NOT_ACCEPTED = "O21" Error "what moved cannot be accepted";
    NOT_FOUND_AGAIN = "O22" Error "the case file of a document is not where it was";
    NOT_MERGED = "O23" Error "a folder holds shards that are not merged";
    ANOTHER_SHARD = "O24" Error "a folder stands there that no case of the shard made";
    NOT_STOPPED = "O25" Error "there is no run that could go on";
    PICTURES = "O27" Error "pictures of pages cannot be put into a folder";
    NOT_THE_DOCUMENTS = "O28" Error "a folder does not hold the documents that a manifest names";
}
