using System.Text.Json.Serialization;
using CareerRecs.Cli.Sessions;
using CareerRecs.Matching.V1;
using Grpc.Core;

namespace CareerRecs.Evaluation.Suites.Profiles.Expected;

/// <summary>A person and a role, and what the gap between them must begin with.</summary>
internal sealed record GapExpectation : Expectation
{
    /// <summary>Kind in the file.</summary>
    public const string KindName = "gap";

    private const int FirstGaps = 5;

    /// <summary>Resource name of the role that the person wants.</summary>
    public required string Role { get; init; }

    /// <summary>Title of the role.</summary>
    public required string RoleTitle { get; init; }

    /// <summary>Skills in the person's own words.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Years of experience; null if the person does not say.</summary>
    public double? Years { get; init; }

    /// <summary>Job title; null if the person does not say.</summary>
    public string? Title { get; init; }

    /// <summary>Patterns of skills or gates; of each group one must be among the first five gaps or the gates.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Need { get; init; } = [];

    /// <summary>Patterns of skills that must not be among the first five gaps.</summary>
    public IReadOnlyList<string> Not { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <inheritdoc/>
    public override Verdict Ask(Session session, CallOptions options)
    {
        var person = new Person
        {
            Id = Id,
            Catalog = Catalog,
            Skills = Skills,
            Years = Years,
            Title = Title,
        };
        var request = new AnalyzeGapRequest { Subject = person.ToSubject(), Role = Role };
        var answer = session.Matching.AnalyzeGap(request, options);
        var gaps = answer.Gaps.Take(FirstGaps).Select(g => g.Title).ToList();
        var gates = answer.Match?.Gates.Select(g => g.Requirement).ToList() ?? [];
        var lacking = Need.Where(group => !gaps.Concat(gates).Any(title => RolePatterns.Fits(title, group))).ToList();
        var wrong = gaps.Where(title => RolePatterns.Fits(title, Not)).ToList();
        var answered =
            (answer.InsufficientEvidence is null ? Join(gaps) : "(abstained)")
            + (gates.Count == 0 ? "" : $" (gates: {string.Join("; ", gates)})")
            + string.Concat(lacking.Select(group => $"  lacks {string.Join(" or ", group)}"))
            + (wrong.Count == 0 ? "" : "  !! " + string.Join("; ", wrong));
        return new Verdict(lacking.Count == 0 && wrong.Count == 0, $"{RoleTitle} from {string.Join(", ", Skills)}", answered);
    }
}
