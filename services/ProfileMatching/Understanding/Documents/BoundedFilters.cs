using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// The filters that unpack the streams of one PDF, with a bound on what they unpack in all. A kilobyte can unpack to gigabytes,
/// and a few forms that draw each other to as many streams as one likes.
/// </summary>
internal sealed class BoundedFilters : IFilterProvider
{
    private const int MostStreams = 20_000;

    /// <summary>So much can come of one byte packed by the older way (LZW).</summary>
    private const int LzwExpansion = 2_800;

    private long _left = Bounds.Unpacked;
    private int _streams = MostStreams;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        if (--_streams < 0)
        {
            throw UnreadableDocumentException.TooLarge();
        }
        return Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(DefaultFilterProvider.Instance.GetAllFilters());

    private BoundedFilter[] Bound(IEnumerable<IFilter> filters) => [.. filters.Select(f => new BoundedFilter(f, this))];

    private void Spend(long bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw UnreadableDocumentException.TooLarge();
        }
    }

    private sealed class BoundedFilter(IFilter filter, BoundedFilters all) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(
            Memory<byte> input,
            DictionaryToken streamDictionary,
            IFilterProvider filterProvider,
            int filterIndex
        )
        {
            if (filter is FlateFilter)
            {
                RequireSmall(input);
            }
            if (filter is LzwFilter && (long)input.Length * LzwExpansion > all._left)
            {
                throw UnreadableDocumentException.TooLarge();
            }
            var decoded = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            all.Spend(decoded.Length);
            return decoded;
        }

        /// <summary>Unpacked piece by piece and thrown away, before it is unpacked whole.</summary>
        private void RequireSmall(Memory<byte> input)
        {
            const int header = 2;
            if (input.Length <= header)
            {
                return;
            }
            using var packed = new MemoryStream(input[header..].ToArray(), writable: false);
            using var unpacked = new DeflateStream(packed, CompressionMode.Decompress);
            var piece = new byte[1 << 16];
            var length = 0L;
            try
            {
                for (int read; (read = unpacked.Read(piece)) > 0; )
                {
                    length += read;
                    if (length > all._left)
                    {
                        throw UnreadableDocumentException.TooLarge();
                    }
                }
            }
            catch (InvalidDataException)
            {
                // Cut off or broken from here on; what the library makes of it is no longer than this.
            }
        }
    }
}
