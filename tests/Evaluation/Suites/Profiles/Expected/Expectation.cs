using System.Text.Json.Serialization;
using CareerRecs.Cli.Sessions;
using Grpc.Core;

namespace CareerRecs.Evaluation.Suites.Profiles.Expected;

/// <summary>A question to one of the services and what a plausible answer contains.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SkillExpectation), SkillExpectation.KindName)]
[JsonDerivedType(typeof(TitleExpectation), TitleExpectation.KindName)]
[JsonDerivedType(typeof(MoveExpectation), MoveExpectation.KindName)]
[JsonDerivedType(typeof(GapExpectation), GapExpectation.KindName)]
internal abstract record Expectation
{
    /// <summary>Short name, unique within a file.</summary>
    public required string Id { get; init; }

    /// <summary>Catalog to ask: builtin, onet or esco.</summary>
    public required string Catalog { get; init; }

    /// <summary>Kind of the question, as its file names it.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>Resource name of the catalog.</summary>
    [JsonIgnore]
    protected string CatalogName => "catalogs/" + Catalog;

    /// <summary>Asks the services and compares the answer.</summary>
    public abstract Verdict Ask(Session session, CallOptions options);

    /// <summary>The titles on one line; "none" if there are none.</summary>
    protected static string Join(IReadOnlyCollection<string> titles) => titles.Count == 0 ? "none" : string.Join(" | ", titles);
}

/// <summary>How an answer compares with what was expected.</summary>
/// <param name="Passed">The answer contains what it must and nothing that it must not.</param>
/// <param name="Asked">The question in words.</param>
/// <param name="Answered">The answer in words.</param>
internal sealed record Verdict(bool Passed, string Asked, string Answered);
