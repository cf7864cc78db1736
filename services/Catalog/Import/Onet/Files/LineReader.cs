using System.Text;

namespace CareerRecs.Catalog.Import.Onet.Files;

/// <summary>Lines of a tab-delimited text, one buffer for all of them, none longer than <see cref="MaxLine"/>.</summary>
internal sealed class LineReader(Stream stream, string file) : IDisposable
{
    /// <summary>Most characters of a line. O*NET's longest has some 2,000.</summary>
    public const int MaxLine = 1 << 16;

    // Bytes that are no UTF-8 come out as U+FFFD and are reported with their row.
    private readonly StreamReader _reader = new(stream, new UTF8Encoding(false), true, 1 << 16);
    private readonly char[] _buffer = new char[MaxLine * 2];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Number of the line read last, 1 the first.</summary>
    public int Number { get; private set; }

    /// <summary>Reads a line without its end; the span holds until the next call.</summary>
    public bool TryRead(out ReadOnlySpan<char> line)
    {
        while (true)
        {
            var pending = _buffer.AsSpan(_start, _end - _start);
            var length = pending.IndexOf('\n');
            if (length > MaxLine || (length < 0 && pending.Length > MaxLine))
            {
                throw new ImportFileException(
                    file,
                    Number + 1,
                    $"cell {pending[..MaxLine].Count('\t') + 1}",
                    $"The line is longer than {MaxLine} characters; no row of O*NET is. The file is damaged or of another format."
                );
            }

            if (length >= 0 || (_ended && pending.Length > 0))
            {
                line = length >= 0 ? pending[..length] : pending;
                _start += length >= 0 ? length + 1 : pending.Length;
                line = line.TrimEnd('\r');
                Number++;
                return true;
            }

            if (_ended)
            {
                line = default;
                return false;
            }

            Fill();
        }
    }

    public void Dispose() => _reader.Dispose();

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        var count = _reader.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        _ended = count == 0;
    }
}
