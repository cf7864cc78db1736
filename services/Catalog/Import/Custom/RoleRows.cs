using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Import.Custom;

/// <summary>The roles that the rows tell of: by their id where they have one, else by their title.</summary>
internal sealed class RoleRows
{
    private readonly CustomDraft _draft;
    private readonly UniqueIds _ids;
    private readonly Dictionary<string, string> _below;
    private readonly Dictionary<(bool ById, string Key), RoleDraft> _roles = [];

    public RoleRows(CustomDraft draft)
    {
        _draft = draft;
        _below = draft
            .BaseRoles.GroupBy(role => role.Title, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(roles => roles.Key, roles => ResourceName.IdOf(roles.First().Name), StringComparer.OrdinalIgnoreCase);
        _ids = new UniqueIds(draft.BaseRoles.Select(role => ResourceName.IdOf(role.Name)), "role");
    }

    /// <summary>The role of a row.</summary>
    public RoleDraft Of(RoleCells cells)
    {
        var key = cells.Id.Length > 0 ? (true, Slug.Of(cells.Id, "role")) : (false, cells.Title.ToLowerInvariant());
        if (!_roles.TryGetValue(key, out var role))
        {
            _roles.Add(key, role = new RoleDraft(ResourceName.Role(_draft.CatalogId, IdOf(cells)), cells.Title));
        }
        role.Add(cells);
        return role;
    }

    public void Complete()
    {
        foreach (var role in _roles.Values)
        {
            if (!_draft.TryPut(new CatalogEntry { Role = role.Complete() }))
            {
                _draft.Findings.Error(
                    "DUPLICATE_ID",
                    $"Two roles have the id '{ResourceName.IdOf(role.Role.Name)}'; give one of them another role_id.",
                    _draft.FileName
                );
            }
        }

        _draft.Findings.Count("roles of the file", _roles.Count);
    }

    /// <summary>An id that is given stands as it is; a role of the version below that bears the title is the same role.</summary>
    private string IdOf(RoleCells cells) =>
        cells.Id.Length > 0 ? Slug.Of(cells.Id, "role")
        : _below.TryGetValue(cells.Title, out var below) ? below
        : _ids.Next(cells.Title);
}
