using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Sessions;
using Grpc.Core;

namespace CareerRecs.Cli.Input;

/// <summary>Catalogs that are not imported and can be.</summary>
internal static class OtherCatalogs
{
    private static readonly (string Catalog, string Command)[] Known =
    [
        ("onet", "careerrecs import onet --download"),
        ("esco", "careerrecs import esco FILE"),
    ];

    /// <summary>
    /// The commands that import them; empty where what is there cannot be found out: it is a hint and no answer.
    /// </summary>
    public static async Task<IReadOnlyList<(string Command, string Covers)>> FindImportsAsync(
        Session session,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var versions = await session.Versions.ListVersionsAsync(
                new ListVersionsRequest { Catalog = "catalogs/-" },
                cancellationToken: cancellationToken
            );
            var there = versions.Versions.Select(v => v.Name.Split('/')[1]).ToHashSet(StringComparer.Ordinal);
            return
            [
                .. Known
                    .Where(known => !there.Contains(known.Catalog))
                    .Select(known => (known.Command, CatalogChoiceText.Covers(known.Catalog))),
            ];
        }
        catch (RpcException e) when (e.StatusCode != StatusCode.Cancelled)
        {
            return [];
        }
    }
}
