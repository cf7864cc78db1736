using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Engine.Practice;

/// <summary>
/// A practice model compiled against a catalog version: how much each skill speaks for the roles whose people report using it. A
/// role or skill that the version does not have is left out.
/// </summary>
internal sealed class PracticeIndex
{
    private readonly Dictionary<SkillId, Dictionary<RoleId, float>> _votes = [];

    private PracticeIndex(
        PracticeModel model,
        IReadOnlyDictionary<string, RoleId> roles,
        IReadOnlyDictionary<string, SkillId> skills,
        FitParameters parameters
    )
    {
        Model = model;
        var known = model.Skills.Select((id, place) => (id, place)).Where(s => skills.ContainsKey(s.id)).ToList();
        foreach (var line in model.Lines)
        {
            var ofLine = line.Roles.Where(roles.ContainsKey).Select(role => roles[role]).ToList();
            HasRoles |= ofLine.Count > 0;
            foreach (var (id, place) in known.Where(s => line.Weights[s.place] > 0))
            {
                var vote = (float)(parameters.PracticeVote * Math.Tanh(line.Weights[place] / parameters.PracticeScale));
                foreach (var role in ofLine)
                {
                    Raise(skills[id], role, vote);
                }
            }
        }
    }

    /// <summary>The model.</summary>
    public PracticeModel Model { get; }

    private bool HasRoles { get; }

    /// <summary>Compiles the model; null if it was not made for the catalog or names none of its roles.</summary>
    /// <param name="model">The model; null if there is none.</param>
    /// <param name="snapshot">The catalog version.</param>
    /// <param name="parameters">The votes that its weights give.</param>
    public static PracticeIndex? Build(PracticeModel? model, CatalogSnapshot snapshot, FitParameters parameters)
    {
        if (model is null)
        {
            return null;
        }

        var catalog = $"catalogs/{model.Catalog}";
        var version = snapshot.Version;
        var isOfCatalog =
            ResourceName.CatalogOf(version.Name) == catalog
            || (version.RootVersion.Length > 0 && ResourceName.CatalogOf(version.RootVersion) == catalog);
        if (!isOfCatalog)
        {
            return null;
        }

        var index = new PracticeIndex(
            model,
            Number(snapshot.Roles.Select(r => r.Name), role => new RoleId(role)),
            Number(snapshot.Skills.Select(s => s.Name), skill => new SkillId(skill)),
            parameters
        );
        return index.HasRoles ? index : null;
    }

    /// <summary>Votes (0-1) of a skill by role, for the roles whose people report using it more than others do.</summary>
    public Dictionary<RoleId, float> VotesOf(SkillId skill) => _votes.GetValueOrDefault(skill) ?? [];

    /// <summary>Whether people of some line report using a skill more than others do.</summary>
    public bool Knows(SkillId skill) => _votes.ContainsKey(skill);

    private void Raise(SkillId skill, RoleId role, float vote)
    {
        if (!_votes.TryGetValue(skill, out var byRole))
        {
            _votes.Add(skill, byRole = []);
        }

        byRole[role] = Math.Max(vote, byRole.GetValueOrDefault(role));
    }

    private static Dictionary<string, T> Number<T>(IEnumerable<string> names, Func<int, T> toId) =>
        names
            .Select((name, position) => (Name: ResourceName.IdOf(name), Id: toId(position)))
            .ToDictionary(n => n.Name, n => n.Id, StringComparer.Ordinal);
}
