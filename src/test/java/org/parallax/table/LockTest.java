package org.parallax.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {
    private static final Owner HERE = Owner.here();
    private static final Owner ENDED = new Owner(HERE.host(), Integer.MAX_VALUE, HERE.started());

    private final Folder output;
    private final Path folder;
    private final Path file;

    LockTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.file = folder.resolve(".lock");
        this.output = new Folder(MortalFileSystem.raw(), new org.apache.hadoop.fs.Path(folder.toUri()));
    }

    @Test
    void aSecondRunIsRefusedAndToldWhatToDo() throws IOException {
        Lock.take(output, "first", HERE);
        assertThatThrownBy(() -> Lock.take(output, "second", HERE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is being written by run first (process " + HERE.pid() + " on " + HERE.host())
                .hasMessageContaining("Wait until it ends; if that process is gone, delete")
                .hasMessageContaining(".lock");
    }

    @Test
    void theFolderIsFreeAfterRelease() throws IOException {
        Lock.take(output, "first", HERE).release();
        assertThat(file).doesNotExist();
        Lock.take(output, "second", HERE);
        assertThat(Files.readString(file)).contains("second");
    }

    @Test
    void theLockOfAnEndedProcessIsTakenOver() throws IOException {
        Lock.take(output, "first", ENDED);
        Lock.take(output, "second", HERE);
        assertThat(Files.readString(file)).contains("second");
        assertThat(folder).isDirectoryNotContaining("glob:**stale*");
    }

    @Test
    void anotherProcessWithTheSameIdIsNotTheOwner() throws IOException {
        Lock.take(output, "first", new Owner(HERE.host(), HERE.pid(), "2009-06-14T00:00:00Z"));
        Lock.take(output, "second", HERE);
        assertThat(Files.readString(file)).contains("second");
    }

    @Test
    void ofAnotherMachineNothingIsKnown() throws IOException {
        Lock.take(output, "first", new Owner("elsewhere.example", ENDED.pid(), ENDED.started()));
        assertThatThrownBy(() -> Lock.take(output, "second", HERE)).hasMessageContaining("on elsewhere.example");
    }

    @Test
    void aLostLockIsNotReleasedForItsNewOwner() throws IOException {
        Lock lost = Lock.take(output, "first", ENDED);
        Lock.take(output, "second", HERE);
        lost.release();
        assertThat(Files.readString(file)).contains("second");
    }

    @Test
    void aHalfWrittenLockHoldsForAMinute() throws IOException {
        Files.writeString(file, "{");
        assertThatThrownBy(() -> Lock.take(output, "second", HERE)).hasMessageContaining("run again in a minute");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
        Lock.take(output, "second", HERE);
        assertThat(Files.readString(file)).contains("second");
    }
}
