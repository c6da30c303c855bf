package org.parallax.corpus;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parallax.config.ConfigException;

/**
 * Which input column stands for which column of the contract.
 *
 * @param inputNames input column name for each of the contract's columns
 * @param sought the contract's columns that are looked for until found: the required and the explicitly mapped ones
 */
record ColumnMapping(Map<String, String> inputNames, Set<String> sought) implements Serializable {

    ColumnMapping {
        inputNames = Map.copyOf(inputNames);
        sought = Set.copyOf(sought);
    }

    /** The configured names, and the contract's own for the rest. */
    static ColumnMapping of(Map<String, String> configured) {
        for (String name : configured.keySet()) {
            if (!RawRows.CONTRACT.contains(name)) {
                throw new ConfigException("corpus.columns maps \"" + name
                        + "\", which is no column of an article; its columns are " + RawRows.CONTRACT);
            }
        }
        Map<String, String> names =
                new HashMap<>(RawRows.CONTRACT.stream().collect(Collectors.toMap(name -> name, name -> name)));
        names.putAll(configured);
        Set<String> sought = new TreeSet<>(RawRows.REQUIRED);
        sought.addAll(configured.keySet());
        return new ColumnMapping(names, sought);
    }

    /** The input's name for a column of the contract. */
    String input(String column) {
        return inputNames.getOrDefault(column, column);
    }

    /** Whether the file itself or its path gives a column of the contract. */
    boolean found(String column, InputFile file, Set<String> inFile) {
        return inFile.contains(input(column)) || file.pathValues().containsKey(input(column));
    }

    /** Whether looking further for columns is of no use. */
    boolean complete(InputFile file, Set<String> inFile) {
        return sought.stream().allMatch(column -> found(column, file, inFile));
    }

    /** Throws when a file lacks a required column. */
    void demandRequired(InputFile file, Set<String> inFile) {
        for (String column : RawRows.REQUIRED) {
            if (!found(column, file, inFile)) {
                throw new InputException("input file " + file.name() + " has no column \"" + input(column)
                        + "\", which every article needs; its columns are " + new TreeSet<>(inFile)
                        + ". If one of them holds it, say so with --map " + column + "=COLUMN or in corpus.columns");
            }
        }
    }
}
