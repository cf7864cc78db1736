using System.Globalization;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Rendering;

/// <summary>How much of a person a catalog understands, and which catalog understands more.</summary>
public static class CatalogChoiceText
{
    /// <summary>Beyond this many items a share is shown in percent.</summary>
    private const int MostCounted = 20;

    /// <summary>The name of a catalog for people: "O*NET" for <c>catalogs/onet</c>.</summary>
    public static string Name(string catalog) =>
        Words.Id(catalog) switch
        {
            "onet" => "O*NET",
            "esco" => "ESCO",
            "builtin" => "the built-in catalog",
            var id => id,
        };

    /// <summary>What a catalog covers, in a few words: "the whole US labour market".</summary>
    public static string Covers(string id) =>
        id switch
        {
            "onet" => "the whole US labour market",
            "esco" => "Europe's occupations",
            _ => "",
        };

    /// <summary>
    /// "The built-in catalog understands 1 of 5 of what you said; O*NET understands 5 and has Cooks (72 of 100): careerrecs ...".
    /// </summary>
    public static string Suggestion(Understanding understanding, AnswerVersions versions)
    {
        var items = ItemCount(understanding);
        var better = understanding.BetterCatalog;
        var here = $"{Share(understanding.UnderstoodShare, items)} of what you stated";
        var there = items <= MostCounted ? Count(better.Share, items) : Share(better.Share, items);
        var best =
            better.BestTitle.Length > 0
                ? $" and has {better.BestTitle} ({FitPoints.Whole(better.BestFitMilliPoints)} of 100)"
                : "";
        return $"{Capital(Name(CatalogOf(versions)))} covers {here}; "
            + $"{Name(better.Catalog)} covers {there}{best}: {Command(better)}";
    }

    /// <summary>The command that asks another catalog.</summary>
    public static string Command(CatalogUnderstanding better) => $"careerrecs recommend --catalog {Words.Id(better.Catalog)} ...";

    /// <summary>The catalog of a version: <c>catalogs/onet</c>.</summary>
    public static string CatalogOf(AnswerVersions versions) =>
        versions.CatalogVersion.Split('/') is [var collection, var id, ..] ? $"{collection}/{id}" : versions.CatalogVersion;

    private static int ItemCount(Understanding understanding) =>
        understanding.Skills.Select(s => s.Resolution.Title).Distinct().Count()
        + understanding.Unresolved.Count
        + understanding.Jobs.Count;

    private static string Share(double share, int items) =>
        items is > 0 and <= MostCounted
            ? $"{Count(share, items)} of {items}"
            : string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");

    private static string Count(double share, int items) => Math.Round(share * items).ToString("0", CultureInfo.InvariantCulture);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
