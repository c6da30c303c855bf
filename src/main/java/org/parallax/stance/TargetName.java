package org.parallax.stance;

/** Whether the model reads the target's name, or only sees where it stands. */
public enum TargetName {
    /**
     * As in a run, where every mention is one of a configured target: what is said of it is judged alike whoever it is, by
     * construction. Only where a sentence names its target twice can the other name still be read.
     */
    HIDDEN,

    /** Where nothing is known of a mention but its place, as in collections about persons. */
    SHOWN
}
