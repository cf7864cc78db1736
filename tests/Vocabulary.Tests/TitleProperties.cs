using System.Collections.Immutable;
using CareerRecs.Catalog.V1;
using FsCheck.Xunit;

namespace CareerRecs.Vocabulary.Tests;

/// <summary>What holds of every title, whatever was typed.</summary>
public sealed class TitleProperties
{
    private static readonly string[] Words =
    [
        "sales",
        "process",
        "engineer",
        "manager",
        "senior",
        "assistant",
        "data",
        "nurse",
        "(remote)",
        "-",
        "of",
        "zyxw",
        "enginer",
    ];

    private static readonly ImmutableArray<Role> Roles =
    [
        .. Enumerable
            .Range(0, 40)
            .Select(i => new Role
            {
                Name = $"catalogs/test/roles/{i:00}",
                Title = $"{Words[i % 8]} {Words[(i / 8) + 1]}",
                Family = $"{i % 3}",
                Overview = $"Works with {Words[(i + 3) % 8]}.",
                AlternateTitles = { $"{Words[(i + 1) % 8]} {Words[(i + 2) % 8]} {i}x" },
            }),
    ];

    private static readonly TitleLexicon Lexicon = new(Roles);

    [Property]
    public bool Confidence_falls_from_1_and_no_role_stands_twice(byte[] picks)
    {
        var matches = Lexicon.Read(Title(picks), 50, leastConfidence: 0).Matches;
        return matches.All(m => m.Confidence is >= 0 and <= 1)
            && matches.Zip(matches.Skip(1)).All(m => m.First.Confidence >= m.Second.Confidence)
            && matches.DistinctBy(m => m.Role).Count() == matches.Count;
    }

    [Property]
    public bool The_order_of_the_roles_does_not_matter(byte[] picks, int seed)
    {
        var shuffled = Roles.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Lexicon
            .Read(Title(picks), 5)
            .Matches.Select(m => (m.Role, Math.Round(m.Confidence, 3)))
            .SequenceEqual(
                new TitleLexicon([.. shuffled]).Read(Title(picks), 5).Matches.Select(m => (m.Role, Math.Round(m.Confidence, 3)))
            );
    }

    [Property]
    public bool A_title_of_the_catalog_is_certain(byte pick)
    {
        var role = Roles[pick % Roles.Length];
        return Lexicon.Read(role.Title.ToUpperInvariant(), 40).Matches.Any(m => m.Role == role.Name && m.Confidence == 1);
    }

    [Property]
    public bool Any_text_is_read_and_searched(string? text) =>
        Lexicon.Read(text ?? "", 3).Matches.Count <= 3 && Lexicon.Search(text ?? "").All(m => m.Confidence is > 0 and <= 1);

    private static string Title(byte[] picks) => string.Join(' ', picks.Take(6).Select(p => Words[p % Words.Length]));
}
