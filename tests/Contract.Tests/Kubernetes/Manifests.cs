using System.Collections.Concurrent;
using k8s;

namespace CareerRecs.Contract.Tests.Kubernetes;

/// <summary>
/// The objects of <c>deploy/kubernetes</c>, parsed strictly: an unknown field, a key given twice or a wrong type fails.
/// Rendered by <c>kubectl kustomize</c>: the program that KUBECTL names, else the one on the path.
/// </summary>
internal static class Manifests
{
    public static readonly string Root = FindRoot();

    private static readonly ConcurrentDictionary<string, Lazy<Task<List<object>>>> Loaded = new();

    private static readonly string Kubectl = Environment.GetEnvironmentVariable("KUBECTL") is { Length: > 0 } named
        ? named
        : "kubectl";

    /// <summary>What can be applied: the base and each overlay.</summary>
    public static IEnumerable<string> Folders { get; } =
    [
        "base",
        .. Directory
            .GetDirectories(Path.Combine(Root, "deploy", "kubernetes", "overlays"))
            .Select(d => $"overlays/{Path.GetFileName(d)}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The objects of the base with a component added to it.</summary>
    public static async Task<List<object>> LoadWithAsync(string component)
    {
        RequireKubectl();
        var kubernetes = Path.Combine(Root, "deploy", "kubernetes");
        var overlay = Directory.CreateTempSubdirectory("careerrecs-overlay-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(overlay.FullName, "kustomization.yaml"),
                $"""
                resources: [{Path.GetRelativePath(overlay.FullName, Path.Combine(kubernetes, "base"))}]
                components: [{Path.GetRelativePath(overlay.FullName, Path.Combine(kubernetes, "components", component))}]
                """
            );
            return Parse(await Tool.RunAsync(Kubectl, "kustomize", overlay.FullName));
        }
        finally
        {
            overlay.Delete(recursive: true);
        }
    }

    /// <summary>
    /// The objects of a folder; rendering takes a second, so each is rendered once. Skips without kubectl; in CI that fails.
    /// </summary>
    public static Task<List<object>> LoadAsync(string folder)
    {
        RequireKubectl();
        return Loaded.GetOrAdd(folder, f => new(() => RenderAsync(f))).Value;
    }

    public static List<object> Parse(string yaml) => KubernetesYaml.LoadAllFromString(yaml, strict: true);

    private static void RequireKubectl()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.SkipUnless(
                Tool.IsInstalled(Kubectl),
                "kubectl 1.25 or newer is not installed, so nothing is rendered; set KUBECTL to one, or let .ci/run install it"
            );
        }
    }

    private static async Task<List<object>> RenderAsync(string folder) =>
        Parse(await Tool.RunAsync(Kubectl, "kustomize", Path.Combine(Root, "deploy", "kubernetes", folder)));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Directory.Packages.props")))
        {
            directory = directory.Parent;
        }
        return directory?.FullName ?? throw new DirectoryNotFoundException($"No repository above {AppContext.BaseDirectory}.");
    }
}
