package org.parallax.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Parquet, a row group a chunk. Read here and not by Spark's own source because each file may have its own schema, a
 * damaged page must be found before the run relies on the file, and pandas' timestamps in nanoseconds are no type of
 * Spark's.
 */
final class ParquetRecords implements FileSource {

    @Override
    public Survey survey(InputFile file, ColumnMapping columns, Configuration storage, long chunkBytes)
            throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        Set<String> found;
        try (ParquetFileReader reader = open(file, storage)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            found = schema.getFields().stream().map(Type::getName).collect(Collectors.toSet());
            for (Type field : wanted(schema, columns).values()) {
                @Nullable String problem = ParquetCell.problem(field);
                if (problem != null) {
                    return new Survey.Refused("column \"" + field.getName() + "\" " + problem);
                }
            }
            long position = 1;
            for (int i = 0; i < reader.getRowGroups().size(); i++) {
                BlockMetaData group = reader.getRowGroups().get(i);
                if (group.getRowCount() > 0) {
                    chunks.add(new Chunk(i, i + 1L, position));
                }
                position += group.getRowCount();
            }
        }
        for (Chunk chunk : chunks) {
            rows(file, chunk, columns, storage).drain();
        }
        return new Survey.Sound(found, chunks);
    }

    @Override
    public ChunkRows rows(InputFile file, Chunk chunk, ColumnMapping columns, Configuration storage)
            throws IOException {
        return new GroupRows(file, chunk, columns, open(file, storage));
    }

    private static ParquetFileReader open(InputFile file, Configuration storage) throws IOException {
        return ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file.path()), storage));
    }

    /** The file's fields that stand for the contract's columns, by the contract's names. */
    private static Map<String, Type> wanted(MessageType schema, ColumnMapping columns) {
        Map<String, Type> wanted = new LinkedHashMap<>();
        for (String column : RawRows.CONTRACT) {
            if (schema.containsField(columns.input(column))) {
                wanted.put(column, schema.getType(columns.input(column)));
            }
        }
        return wanted;
    }

    private static final class GroupRows extends ChunkRows {
        private final InputFile file;
        private final ColumnMapping mapping;
        private final ParquetFileReader reader;
        private final Map<String, Integer> fields = new HashMap<>();
        private final @Nullable RecordReader<Group> records;
        private final long rows;
        private final long firstPosition;
        private long read;

        GroupRows(InputFile file, Chunk chunk, ColumnMapping mapping, ParquetFileReader reader) throws IOException {
            this.file = file;
            this.mapping = mapping;
            this.reader = reader;
            this.firstPosition = chunk.firstPosition();
            int group = Math.toIntExact(chunk.start());
            this.rows = reader.getRowGroups().get(group).getRowCount();
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            Map<String, Type> wanted = wanted(schema, mapping);
            // Two columns of the contract may be mapped to one of the file.
            List<Type> distinct = wanted.values().stream().distinct().toList();
            wanted.forEach((column, type) -> fields.put(column, distinct.indexOf(type)));
            if (distinct.isEmpty()) {
                this.records = null;
                return;
            }
            MessageType projection = new MessageType(schema.getName(), distinct);
            reader.setRequestedSchema(projection);
            this.records = new ColumnIOFactory()
                    .getColumnIO(projection)
                    .getRecordReader(reader.readRowGroup(group), new GroupRecordConverter(projection));
        }

        @Override
        protected @Nullable Row read() {
            if (records == null || read == rows) {
                return null;
            }
            Group group = records.read();
            long position = firstPosition + read++;
            return RawRows.row(file, position, column -> {
                Integer field = fields.get(column);
                return field == null ? file.pathValues().get(mapping.input(column)) : ParquetCell.text(group, field);
            });
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
