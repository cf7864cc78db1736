using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Shadowing;

/// <summary>Gathers how the first roles of many people differ between two versions. Pure.</summary>
internal sealed class ShadowTally(CatalogHandle before, CatalogHandle after)
{
    /// <summary>How many roles of an answer count.</summary>
    public const int Depth = 10;

    private readonly Dictionary<string, string> _successors = after
        .Snapshot.RetiredRoles.Where(role => role.Successor.Length > 0)
        .ToDictionary(role => ResourceName.IdOf(role.Name), role => ResourceName.IdOf(role.Successor), StringComparer.Ordinal);

    private readonly Dictionary<string, Moves> _moves = new(StringComparer.Ordinal);
    private readonly List<ShadowedSubject> _subjects = [];
    private int _insufficient;

    /// <summary>Notes a person who tells too little for one of the versions.</summary>
    public void Insufficient() => _insufficient++;

    /// <summary>Notes a person's first roles in both versions, resource names, best first.</summary>
    public void Add(int index, IEnumerable<string> rolesBefore, IEnumerable<string> rolesAfter)
    {
        var was = rolesBefore.Select(name => Paired(ResourceName.IdOf(name))).Distinct(StringComparer.Ordinal).ToList();
        var now = rolesAfter.Select(ResourceName.IdOf).ToList();
        _subjects.Add(
            new ShadowedSubject
            {
                Index = index,
                OverlapAt10 = RankOverlap.Share(was, now),
                RankBiasedOverlap = RankOverlap.RankBiased(was, now),
            }
        );
        foreach (var id in was.Union(now, StringComparer.Ordinal))
        {
            var (from, to) = (PlaceOf(was, id), PlaceOf(now, id));
            var moves = _moves.GetValueOrDefault(id);
            _moves[id] = new Moves(
                moves.Before + (from <= Depth ? 1 : 0),
                moves.After + (to <= Depth ? 1 : 0),
                moves.People + 1,
                moves.Rise + (from - to),
                moves.Distance + Math.Abs(from - to)
            );
        }
    }

    /// <summary>The answer, with at most so many roles and people named.</summary>
    public ShadowVersionResponse Result(int maxItems) =>
        new()
        {
            Version = after.Version.Name,
            BaseVersion = before.Version.Name,
            RankedCount = _subjects.Count,
            InsufficientCount = _insufficient,
            MeanOverlapAt10 = _subjects.Count == 0 ? 0 : _subjects.Average(subject => subject.OverlapAt10),
            MeanRankBiasedOverlap = _subjects.Count == 0 ? 0 : _subjects.Average(subject => subject.RankBiasedOverlap),
            MovedRoles =
            {
                _moves
                    .Where(role => role.Value.Distance > 0)
                    .OrderByDescending(role => role.Value.Distance)
                    .ThenBy(role => role.Key, StringComparer.Ordinal)
                    .Take(maxItems)
                    .Select(role => Moved(role.Key, role.Value)),
            },
            MostChanged =
            {
                _subjects
                    .Where(subject => subject.RankBiasedOverlap < 1)
                    .OrderBy(subject => subject.RankBiasedOverlap)
                    .ThenBy(subject => subject.Index)
                    .Take(maxItems),
            },
        };

    private string Paired(string id) => _successors.GetValueOrDefault(id, id);

    private static int PlaceOf(List<string> roles, string id) => roles.IndexOf(id) is >= 0 and var at ? at + 1 : Depth + 1;

    private MovedRole Moved(string id, Moves moves)
    {
        var name = NameIn(after, id);
        var role =
            after.Snapshot.TryGetRole(name, out var found) || before.Snapshot.TryGetRole(name = NameIn(before, id), out found)
                ? found
                : null;
        return new MovedRole
        {
            Role = name,
            Title = role?.Title ?? "",
            ShownBefore = moves.Before,
            ShownAfter = moves.After,
            MeanRise = (double)moves.Rise / moves.People,
        };
    }

    private static string NameIn(CatalogHandle catalog, string id) =>
        ResourceName.Role(ResourceName.IdOf(ResourceName.CatalogOf(catalog.Version.Name)), id);

    private readonly record struct Moves(int Before, int After, int People, int Rise, int Distance);
}
