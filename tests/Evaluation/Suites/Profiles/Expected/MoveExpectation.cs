using System.Text.Json.Serialization;
using CareerRecs.Cli.Sessions;
using CareerRecs.Matching.V1;
using Grpc.Core;

namespace CareerRecs.Evaluation.Suites.Profiles.Expected;

/// <summary>A role, and the next roles that are plausible from there.</summary>
internal sealed record MoveExpectation : Expectation
{
    /// <summary>Kind in the file.</summary>
    public const string KindName = "move";

    private const int MostMoves = 10;
    private const int PrintedMoves = 3;

    /// <summary>Resource name of the role to move from.</summary>
    public required string From { get; init; }

    /// <summary>Title of the role to move from.</summary>
    public required string FromTitle { get; init; }

    /// <summary>Title patterns of plausible next roles; one of them must be among the first <see cref="Within"/>.</summary>
    public IReadOnlyList<string> Any { get; init; } = [];

    /// <summary>Rules for next roles that are wrong among ten. <see cref="RolePatterns.IsAbsurd"/> describes them.</summary>
    public IReadOnlyList<string> None { get; init; } = [];

    /// <summary>How many of the moves are searched for a plausible one.</summary>
    public int Within { get; init; } = MostMoves;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <inheritdoc/>
    public override Verdict Ask(Session session, CallOptions options)
    {
        var request = new SuggestMovesRequest
        {
            From = new StartingPoint { Role = From },
            MaxResults = MostMoves,
        };
        var moves = session.CareerPaths.SuggestMoves(request, options).Moves;
        var plausible = moves.Take(Within).Any(m => RolePatterns.Fits(m.Title, Any));
        var absurd = moves.Where(m => RolePatterns.IsAbsurd(m.Title, m.Family, None, Any)).Select(m => m.Title).ToList();
        var answered =
            Join([.. moves.Take(PrintedMoves).Select(m => m.Title)])
            + (plausible ? "" : "  none plausible")
            + (absurd.Count == 0 ? "" : "  !! " + string.Join("; ", absurd));
        return new Verdict(plausible && absurd.Count == 0, FromTitle, answered);
    }
}
