package org.parallax.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parallax.table.MortalFileSystem.Killed;
import org.parallax.table.MortalFileSystem.Renaming;

class SwapTest {
    private static final String RUN = "7";
    private static final List<String> NAMES = List.of("articles", "mentions", "added", Manifest.FILE);

    private final Path folder;

    SwapTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource(Renaming.class)
    void whereverARunIsKilledAReaderSeesOneRunAndTheNextRunPutsAllInOrder(Renaming renaming) throws IOException {
        boolean killed = true;
        int step;
        for (step = 0; killed; step++) {
            Path output = Files.createDirectory(folder.resolve("step-" + step));
            twoRuns(output);
            killed = dies(output, step, renaming, Work.PUBLISH);
            boolean published = readers(output).equals(Set.of("new"));
            if (renaming == Renaming.ATOMIC) {
                eachTableIsWholeWhereItWasOrAside(output);
            }
            swap(output, MortalFileSystem.raw()).repair();
            inOrder(output, published ? "new" : "old");
        }
        assertThat(step).as("steps of a publication").isGreaterThan(12);
    }

    @ParameterizedTest
    @EnumSource(Renaming.class)
    void theRepairCanBeKilledAndRepeatedToo(Renaming renaming) throws IOException {
        boolean killed = true;
        int stride = renaming == Renaming.ATOMIC ? 1 : 9;
        for (int step = 0; killed; step += stride) {
            boolean killedAgain = true;
            for (int again = 0; killedAgain; again++) {
                Path output = Files.createDirectory(folder.resolve("step-" + step + "-" + again));
                twoRuns(output);
                killed = dies(output, step, renaming, Work.PUBLISH);
                String run = readers(output).iterator().next();
                killedAgain = dies(output, again, renaming, Work.REPAIR);
                assertThat(readers(output)).containsExactly(run);
                swap(output, MortalFileSystem.raw()).repair();
                inOrder(output, run);
            }
        }
    }

    @Test
    void aJournalWhoseFilesAreGoneIsNotGuessedAt() throws IOException {
        twoRuns(folder);
        for (int step = 0; !Files.exists(folder.resolve(Swap.JOURNAL)); step++) {
            dies(folder, step, Renaming.ATOMIC, Work.PUBLISH);
        }
        Files.delete(folder.resolve(".staging-7/mentions/part-00001.parquet"));
        Files.delete(folder.resolve("mentions/part-00001.parquet"));
        assertThatThrownBy(() -> swap(folder, MortalFileSystem.raw()).repair())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("files of mentions are missing both in")
                .hasMessageContaining("Restore them, or delete");
    }

    private enum Work {
        PUBLISH,
        REPAIR
    }

    private static boolean dies(Path output, int changes, Renaming renaming, Work work) throws IOException {
        Swap swap = swap(output, new MortalFileSystem(changes, renaming));
        try {
            if (work == Work.PUBLISH) {
                swap.publish(RUN, NAMES);
            } else {
                swap.repair();
            }
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private static Swap swap(Path output, org.apache.hadoop.fs.FileSystem files) {
        return new Swap(new Folder(files, new org.apache.hadoop.fs.Path(output.toUri())));
    }

    /** Old and new files have equal names and sizes: nothing but their place tells them apart. */
    private static void twoRuns(Path output) throws IOException {
        for (String name : NAMES) {
            if (!name.equals("added")) {
                entry(output.resolve(name), "old");
            }
            entry(output.resolve(".staging-" + RUN).resolve(name), "new");
        }
    }

    private static void entry(Path path, String text) throws IOException {
        if (path.getFileName().toString().equals(Manifest.FILE)) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } else {
            Files.createDirectories(path.resolve("period=day"));
            Files.writeString(path.resolve("part-00000.parquet"), text);
            Files.writeString(path.resolve("part-00001.parquet"), text);
            Files.writeString(path.resolve("period=day/part-00000.parquet"), text);
        }
    }

    /** Which runs a reader sees that asks for the place of each table. */
    private static Set<String> readers(Path output) throws IOException {
        Swap swap = swap(output, MortalFileSystem.raw());
        Set<String> seen = new HashSet<>();
        for (String name : NAMES) {
            Path place = Path.of(swap.place(name).toUri().getPath());
            if (name.equals("added") && !Files.exists(place)) {
                seen.add("old");
            } else {
                seen.add(whole(place));
            }
        }
        assertThat(seen).hasSize(1);
        return seen;
    }

    private static void eachTableIsWholeWhereItWasOrAside(Path output) throws IOException {
        for (String name : NAMES) {
            Path place = output.resolve(name);
            if (Files.exists(place)) {
                assertThat(whole(place)).isIn("old", "new");
            } else if (!name.equals("added")) {
                assertThat(whole(output.resolve(".retired-" + RUN).resolve(name)))
                        .isEqualTo("old");
            }
        }
    }

    private static void inOrder(Path output, String run) throws IOException {
        assertThat(readers(output)).containsExactly(run);
        try (var entries = Files.list(output)) {
            List<String> expected = NAMES.stream()
                    .filter(n -> run.equals("new") || !n.equals("added"))
                    .toList();
            assertThat(entries.map(p -> p.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String whole(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return Files.readString(place);
        }
        try (var files = Files.walk(place)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSize(3);
            Set<String> texts = new HashSet<>();
            for (Path file : all) {
                texts.add(Files.readString(file));
            }
            assertThat(texts).hasSize(1);
            return texts.iterator().next();
        }
    }
}
