using System.Text;

namespace CareerRecs.LoadTest.Http2;

/// <summary>
/// The headers of a gRPC call as HPACK (RFC 7541): written out in the first call of a connection, which puts them into the
/// server's table, and named by their places in that table from then on, as a client that is there to stay does.
/// </summary>
internal static class Hpack
{
    private const byte MethodPost = 0x83;
    private const byte SchemeHttp = 0x86;
    private const byte AuthorityName = 1;
    private const byte PathName = 4;
    private const byte ContentTypeName = 31;
    private const byte WithIndexing = 0x40;
    private const byte FirstDynamic = 62;

    /// <summary>For the first call of a connection.</summary>
    public static byte[] First(string authority, string path)
    {
        var block = new List<byte> { MethodPost, SchemeHttp };
        Text(block, WithIndexing | PathName, path);
        Text(block, WithIndexing | AuthorityName, authority);
        Text(block, WithIndexing | ContentTypeName, "application/grpc");
        block.Add(WithIndexing);
        Text(block, "te");
        Text(block, "trailers");
        return [.. block];
    }

    /// <summary>
    /// For those that follow: the four entries of the table, the newest of which has the lowest number. `:path` and `:authority`
    /// come first.
    /// </summary>
    public static byte[] Next() =>
        [
            MethodPost,
            SchemeHttp,
            0x80 | (FirstDynamic + 3),
            0x80 | (FirstDynamic + 2),
            0x80 | (FirstDynamic + 1),
            0x80 | FirstDynamic,
        ];

    private static void Text(List<byte> block, int name, string value)
    {
        block.Add((byte)name);
        Text(block, value);
    }

    private static void Text(List<byte> block, string value)
    {
        // One byte of length, no Huffman code: enough for what is said here.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, 126);
        block.Add((byte)value.Length);
        block.AddRange(Encoding.ASCII.GetBytes(value));
    }
}
