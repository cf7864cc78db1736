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
    private const string TenantHeader = "careerrecs-tenant";

    /// <summary>For the first call of a connection. An empty tenant is not sent.</summary>
    public static byte[] First(string authority, string path, string tenant)
    {
        var block = new List<byte> { MethodPost, SchemeHttp };
        Text(block, WithIndexing | PathName, path);
        Text(block, WithIndexing | AuthorityName, authority);
        Text(block, WithIndexing | ContentTypeName, "application/grpc");
        block.Add(WithIndexing);
        Text(block, "te");
        Text(block, "trailers");
        if (tenant.Length > 0)
        {
            block.Add(WithIndexing);
            Text(block, TenantHeader);
            Text(block, tenant);
        }
        return [.. block];
    }

    /// <summary>
    /// For those that follow: the entries of the table, the newest of which has the lowest number. `:path` and `:authority` come
    /// first.
    /// </summary>
    public static byte[] Next(string tenant)
    {
        var entries = tenant.Length > 0 ? 5 : 4;
        return
        [
            MethodPost,
            SchemeHttp,
            .. Enumerable.Range(1, entries).Select(place => (byte)(0x80 | (FirstDynamic + entries - place))),
        ];
    }

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
