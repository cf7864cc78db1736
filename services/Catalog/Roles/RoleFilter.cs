using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;
using Google.Protobuf.Collections;

namespace CareerRecs.Catalog.Roles;

/// <summary>Which roles a list wants. What is not stated wants all.</summary>
internal sealed class RoleFilter(ListRolesRequest request)
{
    private readonly HashSet<string> _families = request.Families.ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<Seniority> _seniorities = [.. request.Seniorities];
    private readonly HashSet<string> _sources = request.Sources.ToHashSet(StringComparer.Ordinal);

    public bool Passes(Role role) =>
        (_families.Count == 0 || _families.Contains(role.Family))
        && (_seniorities.Count == 0 || _seniorities.Contains(role.Seniority))
        && (_sources.Count == 0 || _sources.Contains(role.Source))
        && (request.Track == Track.Unspecified || role.Track == request.Track)
        && (request.Code.Length == 0 || HasCode(role.Codes))
        && (request.Ladder.Length == 0 || role.Ladder?.Id == request.Ladder)
        && (request.ExternalId.Length == 0 || role.ExternalId == request.ExternalId);

    private bool HasCode(RepeatedField<Code> codes)
    {
        foreach (var code in codes)
        {
            if (string.Equals(code.Value, request.Code, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
