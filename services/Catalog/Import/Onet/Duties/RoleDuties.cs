using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Duties;

/// <summary>The duties of a role, each with the weight of the tasks that it rests on.</summary>
internal sealed class RoleDuties(Role role)
{
    private readonly Dictionary<Duty, double> _weights = [];

    public Role Role => role;

    public IReadOnlyDictionary<Duty, double> Weights => _weights;

    /// <summary>Adds a task's weight to a duty.</summary>
    public void Add(Duty duty, double taskWeight)
    {
        if (!_weights.TryGetValue(duty, out var weight))
        {
            duty.Roles++;
        }

        _weights[duty] = weight + taskWeight;
    }
}
