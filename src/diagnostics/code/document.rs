//! Finished documents: what makes one unfit to file.

super::codes! {}
