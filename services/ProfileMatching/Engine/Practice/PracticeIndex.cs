using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Engine.Practice;

/// <summary>
/// A practice model compiled against a catalog version. A line may have several roles and a role several lines; a seat is one
/// role in one line. A role or skill that the version does not have is simply without.
/// </summary>
internal sealed class PracticeIndex
{
    private readonly Seat[] _seats;
    private readonly (int First, int Count)[] _seatsOf;
    private readonly int[]?[] _weights;

    private PracticeIndex(PracticeModel model, CatalogSnapshot snapshot, IReadOnlyDictionary<string, int> skillIds)
    {
        Model = model;
        var roleIds = snapshot
            .Roles.Select((r, i) => (Id: ResourceName.IdOf(r.Name), i))
            .ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        _seats =
        [
            .. model
                .Lines.SelectMany(line => line.Roles.Where(roleIds.ContainsKey).Select(role => new Seat(roleIds[role], line)))
                .OrderBy(s => s.Role),
        ];
        _seatsOf = new (int, int)[snapshot.Roles.Length];
        for (var seat = _seats.Length - 1; seat >= 0; seat--)
        {
            _seatsOf[_seats[seat].Role] = (seat, _seatsOf[_seats[seat].Role].Count + 1);
        }
        var places = model.Skills.Select((id, i) => (id, i)).ToDictionary(s => s.id, s => s.i, StringComparer.Ordinal);
        _weights =
        [
            .. snapshot.Skills.Select(s =>
                places.TryGetValue(ResourceName.IdOf(s.Name), out var at)
                    ? _seats.Select(seat => seat.Line.Weights[at]).ToArray()
                    : null
            ),
        ];

        // What a role asks for never speaks against it, whatever the survey says and whatever a catalog of one's own asks for.
        for (var seat = 0; seat < _seats.Length; seat++)
        {
            foreach (var asked in snapshot.Roles[_seats[seat].Role].Skills)
            {
                if (skillIds.TryGetValue(asked.Skill, out var skill) && _weights[skill] is { } weights)
                {
                    weights[seat] = Math.Max(0, weights[seat]);
                }
            }
        }
    }

    /// <summary>The model.</summary>
    public PracticeModel Model { get; }

    /// <summary>Seats there are.</summary>
    public int SeatCount => _seats.Length;

    /// <summary>Compiles the model; null where it does not hold for the version or names none of its roles.</summary>
    public static PracticeIndex? Build(PracticeModel? model, CatalogSnapshot snapshot, IReadOnlyDictionary<string, int> skillIds)
    {
        if (model is null)
        {
            return null;
        }
        var catalog = $"catalogs/{model.Catalog}";
        var version = snapshot.Version;
        if (
            ResourceName.CatalogOf(version.Name) != catalog
            && (version.RootVersion.Length == 0 || ResourceName.CatalogOf(version.RootVersion) != catalog)
        )
        {
            return null;
        }
        var index = new PracticeIndex(model, snapshot, skillIds);
        return index.SeatCount > 0 ? index : null;
    }

    /// <summary>The line of a seat.</summary>
    public PracticeLine Line(int seat) => _seats[seat].Line;

    /// <summary>The seats of a role: the first, and how many from there.</summary>
    public (int First, int Count) SeatsOf(int role) => _seatsOf[role];

    /// <summary>What a skill adds by seat; null: the model does not know it.</summary>
    public int[]? Weights(int skill) => _weights[skill];

    private readonly record struct Seat(int Role, PracticeLine Line);
}
