using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Custom;

/// <summary>The ladders that the rows name, each told by all of its roles alike.</summary>
internal sealed class Ladders
{
    /// <summary>Most steps of a ladder.</summary>
    public const int MostSteps = 100;

    private readonly Dictionary<string, Dictionary<Role, double>> _ladders = new(StringComparer.Ordinal);

    /// <summary>Puts a role on the ladder that its row names.</summary>
    public void Climb(CsvTable row, RoleCells cells, Role role)
    {
        if (cells.LadderStep is not { } step || cells.Ladder.Length == 0)
        {
            return;
        }
        if (!_ladders.TryGetValue(cells.Ladder, out var steps))
        {
            _ladders.Add(cells.Ladder, steps = new Dictionary<Role, double>(ReferenceEqualityComparer.Instance));
        }
        if (steps.Count < MostSteps || steps.ContainsKey(role))
        {
            steps.TryAdd(role, step);
        }
        else
        {
            row.Warn("TOO_MANY", Columns.Ladder, $"The ladder has more than {MostSteps} steps; the first were kept.");
        }
    }

    /// <summary>Writes the ladders into their roles.</summary>
    public void Complete()
    {
        var ids = new UniqueIds([], "ladder");
        foreach (var (title, steps) in _ladders)
        {
            var ladder = new Ladder { Id = ids.Next(title), Title = title };
            ladder.Steps.Add(
                steps.OrderBy(step => step.Value).Select(step => new LadderStep { Role = step.Key.Name, Title = step.Key.Title })
            );
            foreach (var role in steps.Keys)
            {
                role.Ladder = ladder;
            }
        }
    }
}
