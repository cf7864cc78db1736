using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Pay;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Cli.Commands.Pay;

/// <summary>The role that a question of pay is about.</summary>
internal static class PaidRole
{
    /// <summary>The role with its codes. A title that the catalog does not know is asked about as it is.</summary>
    public static async Task<RoleReference> FindAsync(
        CommandContext context,
        Session session,
        string text,
        CatalogName catalog,
        CancellationToken cancellationToken
    ) => (await FindWithPublishedPayAsync(context, session, text, catalog, cancellationToken)).Role;

    /// <summary>The role with its codes, and the figures of its pay that the catalog has.</summary>
    public static async Task<(RoleReference Role, IReadOnlyList<Figure> Published)> FindWithPublishedPayAsync(
        CommandContext context,
        Session session,
        string text,
        CatalogName catalog,
        CancellationToken cancellationToken
    )
    {
        var name = await new RoleFinder(session, context.Terminal.Note).TryFindAsync(text, catalog, cancellationToken);
        if (name is null)
        {
            context.Terminal.Note(
                $"no role called \"{text}\" in {Words.Id(catalog.CatalogOrDefault)}; asking by the title alone"
            );
            return (new RoleReference { Title = text }, []);
        }

        var found = await session.Catalog.GetRoleAsync(
            new GetRoleRequest { Name = name, CatalogVersion = catalog.Version },
            cancellationToken: cancellationToken
        );
        var role = new RoleReference
        {
            Name = name,
            Title = found.Role.Title,
            SocCodes = { SocCodes(found.Role) },
            Seniority = found.Role.Seniority,
            Track = found.Role.Track,
            CatalogVersion = found.CatalogVersion,
        };
        return (role, [.. found.Role.Figures.Where(PublishedPayText.IsShown)]);
    }

    /// <summary>The title with the level asked for: "Data Scientist · senior level".</summary>
    public static string Title(SalaryQuery query)
    {
        var level = Words.Level(query.Seniority != Seniority.Unspecified ? query.Seniority : query.Role.Seniority);
        return level.Length > 0 ? $"{query.Role.Title} · {level}" : query.Role.Title;
    }

    /// <summary>A question for the pay of a role; what is null is left to the service.</summary>
    public static SalaryQuery ToQuery(RoleReference role, Seniority? seniority, string? location, string? currency) =>
        new()
        {
            Role = role,
            Seniority = seniority ?? Seniority.Unspecified,
            Location = location ?? "",
            Currency = currency?.ToUpperInvariant() ?? "",
        };

    private static IEnumerable<string> SocCodes(Role role) =>
        role
            .Codes.Where(c => c.System is CodeSystem.Soc or CodeSystem.Onet && c.Value.Length >= 7)
            .OrderBy(c => c.System)
            .Select(c => c.Value[..7])
            .Distinct()
            .Take(10);
}
