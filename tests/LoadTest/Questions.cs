using CareerRecs.Benchmarks;
using CareerRecs.Matching.V1;
using CareerRecs.Vocabulary;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CareerRecs.LoadTest;

/// <summary>The questions of a round: as many people, none of whom was asked about before.</summary>
internal sealed class Questions
{
    private const int Skills = 30;
    private const string Place = "San Francisco";

    private Questions(List<RecommendRolesRequest> requests, bool ownSpelling)
    {
        if (ownSpelling)
        {
            for (var i = 0; i < requests.Count; i++)
            {
                requests[i].Location = Spelling(i);
            }
        }

        Requests = requests;
        Bodies = [.. requests.Select(r => (ReadOnlyMemory<byte>)r.ToByteArray())];
    }

    /// <summary>The questions.</summary>
    public IReadOnlyList<RecommendRolesRequest> Requests { get; }

    /// <summary>As they are sent.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Bodies { get; }

    /// <summary>The same bytes for the echo, which asks no questions.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> EchoBodies() =>
        [
            .. Bodies.Select(b =>
                (ReadOnlyMemory<byte>)new BytesValue { Value = UnsafeByteOperations.UnsafeWrap(b) }.ToByteArray()
            ),
        ];

    /// <summary>Questions about people numbered from <paramref name="first"/>, with pay in San Francisco.</summary>
    /// <param name="catalog">The catalog that they are made from.</param>
    /// <param name="first">The first person.</param>
    /// <param name="count">How many.</param>
    /// <param name="ownSpelling">Each spells the place its own way, so that no pay asked for before answers it.</param>
    public static Questions Make(CatalogSnapshot catalog, int first, int count, bool ownSpelling = false) =>
        new(
            [
                .. People
                    .Make(catalog, first, count, Skills)
                    .Select(profile => new RecommendRolesRequest
                    {
                        Subject = new Subject { InlineProfile = profile },
                        IncludePay = true,
                        Location = Place,
                    }),
            ],
            ownSpelling
        );

    /// <summary>The bits of the number say which letters are capitals.</summary>
    private static string Spelling(int number) =>
        string.Concat(
            Place.Select((letter, i) => (number >> i & 1) == 1 ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter))
        );
}
