using System.Text;
using CareerRecs.Catalog.Entries;
using CareerRecs.Catalog.V1;
using CareerRecs.ServiceDefaults.Validation;
using CareerRecs.Vocabulary;
using Google.Protobuf;

namespace CareerRecs.Catalog.Import.Custom;

/// <summary>
/// Makes a catalog of JSON Lines: each line a <see cref="CatalogEntry"/> in protobuf JSON, names within the catalog alone or in
/// full. Pure: a file in, entries and a report out.
/// </summary>
public static class JsonLinesImporter
{
    private const int MaxLine = 1 << 20;

    /// <summary>
    /// Reads the file. The first line that cannot be used gives <see cref="ImportFileException"/>: it is its writer's to mend.
    /// </summary>
    public static ImportedCatalog Import(Stream file, ImportSource source, CancellationToken cancellationToken)
    {
        var draft = new CustomDraft(source);
        using var lines = new BoundedLines(file, draft.FileName, MaxLine);
        while (lines.TryRead(out var line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            var entry = Read(line, draft, lines.Number);
            if (!draft.TryPut(entry))
            {
                throw Refuse(draft, lines.Number, "name", $"{EntryStream.NameOf(entry)} stands in the file twice; keep one.");
            }
        }

        return draft.Complete();
    }

    private static CatalogEntry Read(string line, CustomDraft draft, int number)
    {
        CatalogEntry entry;
        try
        {
            entry = JsonParser.Default.Parse<CatalogEntry>(line);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException)
        {
            throw Refuse(draft, number, "", $"The line is no role, skill or field of the contract: {e.Message}");
        }

        if (entry.EntryCase == CatalogEntry.EntryOneofCase.None)
        {
            throw Refuse(draft, number, "", """The line must hold one of {"role": ...}, {"skill": ...}, {"field": ...}.""");
        }
        if (RequestRules.Check(entry) is [var violation, ..])
        {
            throw Refuse(draft, number, violation.Field, violation.Description);
        }
        ShortNames.Expand(entry, draft.CatalogId);
        var name = EntryStream.NameOf(entry);
        return ResourceName.CatalogOf(name) == ResourceName.Catalog(draft.CatalogId)
            ? entry
            : throw Refuse(
                draft,
                number,
                "name",
                $"'{name}' is no name of {ResourceName.Catalog(draft.CatalogId)}; write the last segment alone."
            );
    }

    private static ImportFileException Refuse(CustomDraft draft, int line, string column, string message) =>
        new(draft.FileName, line, column, message);

    /// <summary>Lines of a text, none of them longer than can be an entry.</summary>
    private sealed class BoundedLines(Stream stream, string fileName, int maxLength) : IDisposable
    {
        private readonly StreamReader _text = new(
            stream,
            new UTF8Encoding(false, throwOnInvalidBytes: true),
            true,
            1 << 16,
            leaveOpen: true
        );
        private readonly StringBuilder _line = new();

        public int Number { get; private set; }

        public bool TryRead(out string line)
        {
            line = "";
            Number++;
            _line.Clear();
            try
            {
                int c;
                while ((c = _text.Read()) is not -1 and not '\n')
                {
                    if (_line.Length == maxLength)
                    {
                        throw new ImportFileException(
                            fileName,
                            Number,
                            "",
                            $"The line is longer than {maxLength} characters; an entry is one line."
                        );
                    }
                    _line.Append((char)c);
                }

                line = _line.ToString();
                return c != -1 || line.Length > 0;
            }
            catch (DecoderFallbackException)
            {
                throw new ImportFileException(fileName, Number, "", "The line holds bytes that are not UTF-8 text.");
            }
        }

        public void Dispose() => _text.Dispose();
    }
}
