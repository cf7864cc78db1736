namespace CareerRecs.Catalog.Import.Archives;

/// <summary>
/// An entry's data checked while it is read. .NET's zip reader verifies neither the length nor the checksum, so a
/// damaged archive would pass for a shorter table.
/// </summary>
internal sealed class CheckedEntryStream(Stream inner, string file, long length, uint crc) : Stream
{
    private static readonly uint[] Crc32Table = MakeTable();

    private uint _crc = uint.MaxValue;
    private long _read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = inner.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw Damaged();
        }

        if (count == 0 && buffer.Length > 0)
        {
            if (_read != length || ~_crc != crc)
            {
                throw Damaged();
            }
            return 0;
        }

        _read += count;
        if (_read > length)
        {
            throw Damaged();
        }
        var sum = _crc;
        foreach (var b in buffer[..count])
        {
            sum = Crc32Table[(byte)(sum ^ b)] ^ (sum >> 8);
        }
        _crc = sum;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }

    private ImportFileException Damaged() =>
        new(
            file,
            0,
            "",
            $"The data is damaged after {_read} of {length} bytes (length or checksum differ). Download the archive again."
        );

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : 0xEDB88320u ^ (value >> 1);
            }
            table[i] = value;
        }

        return table;
    }
}
