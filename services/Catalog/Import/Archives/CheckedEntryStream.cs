using CareerRecs.ServiceDefaults.Uploads;

namespace CareerRecs.Catalog.Import.Archives;

/// <summary>
/// An entry's data checked while it is read. .NET's zip reader verifies neither the length nor the checksum, so a
/// damaged archive would pass for a shorter table.
/// </summary>
internal sealed class CheckedEntryStream(Stream inner, string file, long length, uint crc) : ForwardStream(inner)
{
    private static readonly uint[] Crc32Table = MakeTable();

    private uint _crc = uint.MaxValue;
    private readonly Stream _inner = inner;

    public override long Length => length;

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = _inner.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw Damaged();
        }

        if (count == 0 && buffer.Length > 0)
        {
            if (Done != length || ~_crc != crc)
            {
                throw Damaged();
            }
            return 0;
        }

        Done += count;
        if (Done > length)
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

    private ImportFileException Damaged() =>
        new(
            file,
            0,
            "",
            $"The data is damaged after {Done} of {length} bytes (length or checksum differ). Download the archive again."
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
