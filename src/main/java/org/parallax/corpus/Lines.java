package org.parallax.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.util.LineReader;
import org.jspecify.annotations.Nullable;

/** The numbered lines that begin in one chunk of a text file, decompressed where its name says so. */
final class Lines implements Closeable {
    // A line beyond this is cut, and then does not parse: no single line may take a task's memory.
    private static final int LONGEST = 64 << 20;
    private static final int BUFFER = 1 << 16;
    private static final byte[] NEWLINE = {'\n'};

    private final LineReader reader;
    private final Text line = new Text();
    private final long end;
    private long offset;
    private long number;

    private Lines(InputStream bytes, long offset, long end, long firstNumber) {
        this.reader = new LineReader(bytes, BUFFER, NEWLINE);
        this.offset = offset;
        this.end = end;
        this.number = firstNumber - 1;
    }

    static Lines open(InputFile file, Chunk chunk, Configuration storage) throws IOException {
        if (chunk.start() == 0) {
            return new Lines(stream(file, storage), 0, chunk.end(), chunk.firstPosition());
        }
        FSDataInputStream bytes = plain(file, storage);
        // A line belongs to the chunk in which it begins: from the byte before, what comes first ends the line of
        // another.
        bytes.seek(chunk.start() - 1);
        Lines lines = new Lines(bytes, chunk.start() - 1, chunk.end(), chunk.firstPosition());
        lines.offset += lines.reader.readLine(lines.line, 0);
        return lines;
    }

    /** The file's bytes, decompressed. */
    static InputStream stream(InputFile file, Configuration storage) throws IOException {
        @Nullable CompressionCodec codec = codec(file, storage);
        FSDataInputStream bytes = plain(file, storage);
        return codec == null ? bytes : codec.createInputStream(bytes);
    }

    static boolean compressed(InputFile file, Configuration storage) {
        return codec(file, storage) != null;
    }

    private static @Nullable CompressionCodec codec(InputFile file, Configuration storage) {
        return new CompressionCodecFactory(storage).getCodec(new Path(file.path()));
    }

    private static FSDataInputStream plain(InputFile file, Configuration storage) throws IOException {
        Path path = new Path(file.path());
        return path.getFileSystem(storage).open(path);
    }

    /** The next line without its end, or null after the last; bytes that are not UTF-8 become U+FFFD. */
    @Nullable
    String next() throws IOException {
        if (offset >= end) {
            return null;
        }
        int read = reader.readLine(line, LONGEST);
        if (read == 0) {
            return null;
        }
        offset += read;
        number++;
        int length = line.getLength();
        if (length > 0 && line.getBytes()[length - 1] == '\r') {
            length--;
        }
        String text = new String(line.getBytes(), 0, length, StandardCharsets.UTF_8);
        return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The number, from 1, of the line that was last read. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
