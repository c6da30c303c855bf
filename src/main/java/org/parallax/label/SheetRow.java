package org.parallax.label;

import org.jspecify.annotations.Nullable;

/**
 * A checked row of a sheet.
 *
 * @param place file and line
 * @param id of the mention
 * @param target id of the target; empty where the sheet does not say
 * @param annotator who filled it in, else the file
 * @param inclusionProbability null where the sheet states none
 * @param digest of the sentence that was labelled; empty where the sheet states none
 */
public record SheetRow(
        String place,
        String id,
        String target,
        String annotator,
        Answer answer,
        @Nullable Double inclusionProbability,
        String digest) {}
