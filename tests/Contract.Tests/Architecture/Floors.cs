using System.Reflection;

namespace CareerRecs.Contract.Tests.Architecture;

/// <summary>
/// Folders of one project from the ground up, a line a floor. A folder uses folders of lower floors and none beside it or above
/// it. The root of the project registers everything and stands over all floors.
/// </summary>
internal sealed record Floors(Assembly Assembly, string Root, string[][] Rows)
{
    public static readonly Floors Catalog = new(
        typeof(CareerRecs.Catalog.CatalogHost).Assembly,
        "CareerRecs.Catalog",
        [
            ["Storage"],
            ["Entries"],
            ["Validation"],
            ["Import"],
            ["Import.Tables", "Import.Archives"],
            ["Import.Crosswalk", "Import.Esco", "Import.Onet.Files"],
            ["Import.Custom", "Import.Onet.Occupations", "Import.Onet.Skills"],
            ["Import.Onet.Duties"],
            ["Import.Onet"],
            ["Versions"],
            ["Serving"],
            ["Lifecycle"],
            ["BuiltIn", "Comparison", "Roles", "Skills"],
            ["Grpc"],
        ]
    );

    public static readonly Floors Matching = new(
        typeof(CareerRecs.ProfileMatching.MatchingHost).Assembly,
        "CareerRecs.ProfileMatching",
        [
            ["Configuration", "Storage"],
            ["Engine.Fit"],
            ["Engine.Occupations"],
            ["Engine.Practice"],
            ["Engine.Meaning"],
            ["Engine.Ranking"],
            ["Engine.Similar"],
            ["Engine.Moves"],
            ["Snapshots"],
            ["Understanding.Documents.Layout"],
            ["Understanding.Documents"],
            ["Understanding.Extraction.Dates.Grammar"],
            ["Understanding.Extraction.Dates"],
            ["Understanding.Extraction.Lines"],
            ["Understanding.Extraction.Names", "Understanding.Extraction.Education"],
            ["Understanding.Extraction.Jobs"],
            ["Understanding.Extraction.Skills"],
            ["Understanding.Extraction"],
            ["Understanding.Inference"],
            ["Understanding"],
            ["Documents", "Profiles.Encryption", "Profiles.Layers"],
            ["Profiles", "Learning", "Pay"],
            ["Answers", "ModelCard"],
            ["Recommendations", "Shadowing"],
            ["NextSkills", "Careers.Routes"],
            ["Careers"],
            ["Grpc"],
        ]
    );

    public static readonly Floors Salary = new(
        typeof(CareerRecs.Salary.SalaryHost).Assembly,
        "CareerRecs.Salary",
        [
            ["Storage"],
            ["Figures"],
            ["PayModels"],
            ["Parameters", "Geography"],
            ["WageTables"],
            ["Occupations"],
            ["Places"],
            ["Survey"],
            ["Estimation"],
            ["Models", "Tables"],
            ["Training", "Training.Regions"],
            ["Training.Shipped", "TrainingRuns"],
            ["Monitoring"],
            ["Import"],
            ["Answers", "Comparison", "Shadowing"],
            ["Bands"],
            ["Grpc"],
        ]
    );

    public static readonly Floors Cli = new(
        typeof(CareerRecs.Cli.App).Assembly,
        "CareerRecs.Cli",
        [
            ["Shell"],
            ["Embedded", "Rendering", "Tokens"],
            ["Sessions", "Calls", "Importing"],
            ["Commands"],
            ["Input"],
            ["Rendering.Pay", "Rendering.Paths", "Rendering.Profiles"],
            ["Rendering.Recommendations", "Rendering.Roles"],
            ["Rendering.Versions"],
            [
                "Commands.Recommendations",
                "Commands.Paths",
                "Commands.Roles",
                "Commands.Pay",
                "Commands.Profiles",
                "Commands.Imports",
                "Commands.Versions",
                "Commands.Hosting",
            ],
        ]
    );

    public static readonly Floors ServiceDefaults = new(
        typeof(CareerRecs.ServiceDefaults.ServiceDefaultsExtensions).Assembly,
        "CareerRecs.ServiceDefaults",
        [
            ["Configuration", "Docs", "Errors", "Health", "Resilience"],
            ["Auth", "Telemetry", "Validation"],
            ["Clients"],
            ["Caching", "Hosting", "Storage"],
            ["Rest.Routes"],
            ["Events.Messages", "Operations", "Rest", "Uploads"],
            ["Decoding", "Events", "Rest.Uploads"],
            ["Activations"],
        ]
    );

    public static readonly Floors Gateway = new(
        typeof(CareerRecs.Gateway.GatewayHost).Assembly,
        "CareerRecs.Gateway",
        [
            ["Backends"],
            ["Operations", "Routes"],
        ]
    );

    public static readonly Floors Vocabulary = new(
        typeof(CareerRecs.Vocabulary.CatalogSnapshot).Assembly,
        "CareerRecs.Vocabulary",
        []
    );

    public static readonly Floors Client = new(
        typeof(CareerRecs.Client.CareerRecsClient).Assembly,
        "CareerRecs.Client",
        [
            ["Calls", "Replicas"],
        ]
    );

    public static Floors[] All => [Catalog, Matching, Salary, Gateway, Cli, ServiceDefaults, Vocabulary, Client];

    /// <summary>Floor of each folder, 0 for the lowest; the root stands over all.</summary>
    public IReadOnlyDictionary<string, int> Levels { get; } =
        Rows.SelectMany((folders, level) => folders.Select(folder => (folder, level)))
            .Append(("", Rows.Length))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>Floors of the project with this root namespace.</summary>
    public static Floors Find(string root) => All.Single(floors => floors.Root == root);

    /// <summary>Folder of a namespace, "" for the root; null if it is not of the project. Migrations count as storage.</summary>
    public string? FolderOf(string? space) =>
        space == Root ? ""
        : space is null
        || !space.StartsWith(Root + ".", StringComparison.Ordinal)
        || space.StartsWith(Root + ".V1", StringComparison.Ordinal)
            ? null
        : space[(Root.Length + 1)..] is var folder && folder.StartsWith("Storage.", StringComparison.Ordinal) ? "Storage"
        : space[(Root.Length + 1)..];
}
