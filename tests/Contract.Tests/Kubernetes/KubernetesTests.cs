using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Client;
using CareerRecs.ProfileMatching.Documents;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Caching;
using CareerRecs.ServiceDefaults.Uploads;
using CareerRecs.Types.V1;
using k8s.Models;

namespace CareerRecs.Contract.Tests.Kubernetes;

/// <summary>What keeps a rolling restart without a failed request, held against the manifests.</summary>
public sealed class KubernetesTests
{
    /// <summary>How long a host drains: <c>HostOptions.ShutdownTimeout</c> in ServiceDefaults.</summary>
    private const int ShutdownSeconds = 25;

    /// <summary>How often clients look up the pods' addresses anew.</summary>
    private static readonly double DnsRefreshSeconds = new CareerRecsClientOptions().DnsRefresh.TotalSeconds;

    private static readonly string[] Services = ["catalog", "gateway", "matching", "salary"];

    /// <summary>The base and every overlay.</summary>
    public static TheoryData<string> Folders => [.. Manifests.Folders];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Every_service_has_a_deployment_a_headless_service_and_a_disruption_budget(string folder)
    {
        var objects = await Manifests.LoadAsync(folder);

        Assert.Equal(Services, Hosts(objects).Select(d => d.Name()).Order(StringComparer.Ordinal));
        foreach (var host in Hosts(objects))
        {
            var service = objects.OfType<V1Service>().Single(s => s.Name() == host.Name());
            var labels = host.Spec.Template.Metadata.Labels;
            Assert.Equal("None", service.Spec.ClusterIP);
            Assert.Equal([("grpc", 8080), ("http", 8081)], service.Spec.Ports.Select(p => (p.Name, p.Port)));
            Assert.All(service.Spec.Selector, s => Assert.Equal(s.Value, labels[s.Key]));

            var budget = objects.OfType<V1PodDisruptionBudget>().Single(b => b.Name() == host.Name());
            Assert.All(budget.Spec.Selector.MatchLabels, s => Assert.Equal(s.Value, labels[s.Key]));
        }
    }

    [Fact]
    public async Task Every_host_checks_callers_against_the_mounted_api_keys()
    {
        foreach (var host in Hosts(await Manifests.LoadWithAsync("api-keys")))
        {
            var container = Container(host);
            var file = container.Env.Single(e => e.Name == "Auth__KeysFile").Value;
            var mount = container.VolumeMounts.Single(m => m.MountPath == Path.GetDirectoryName(file));

            Assert.Null(mount.SubPath);
            Assert.Equal(
                "careerrecs-api-keys",
                host.Spec.Template.Spec.Volumes.Single(v => v.Name == mount.Name).Secret.SecretName
            );
        }
    }

    [Fact]
    public async Task Matching_alone_encrypts_profiles_by_the_mounted_keys()
    {
        var hosts = Hosts(await Manifests.LoadWithAsync("profile-keys")).ToList();
        var matching = hosts.Single(host => host.Name() == "matching");
        var file = Container(matching).Env.Single(e => e.Name == "Profiles__EncryptionKeysFile").Value;
        var mount = Container(matching).VolumeMounts.Single(m => m.MountPath == Path.GetDirectoryName(file));

        Assert.Null(mount.SubPath);
        Assert.True(mount.ReadOnlyProperty);
        Assert.Equal(
            "careerrecs-profile-keys",
            matching.Spec.Template.Spec.Volumes.Single(v => v.Name == mount.Name).Secret.SecretName
        );
        Assert.All(
            hosts.Except([matching]),
            host => Assert.DoesNotContain(Container(host).Env ?? [], e => e.Name == "Profiles__EncryptionKeysFile")
        );
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task A_pod_has_two_ports_and_is_probed_on_them(string folder)
    {
        foreach (var container in Hosts(await Manifests.LoadAsync(folder)).Select(Container))
        {
            Assert.Equal([("grpc", 8080), ("http", 8081)], container.Ports.Select(p => (p.Name, p.ContainerPort)));
            Assert.Equal(8080, container.StartupProbe.Grpc.Port);
            Assert.Equal(8080, container.ReadinessProbe.Grpc.Port);
            // The overall health alone tells who can be sent calls; it says "not serving" while a host loads or drains, so it
            // kills nobody.
            Assert.Null(container.ReadinessProbe.Grpc.Service);
            Assert.Equal("liveness", container.StartupProbe.Grpc.Service);
            Assert.Equal("liveness", container.LivenessProbe.Grpc.Service);
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task A_pod_outlives_its_clients_addresses_and_its_own_calls(string folder)
    {
        foreach (var host in Hosts(await Manifests.LoadAsync(folder)))
        {
            var preStop = Container(host).Lifecycle.PreStop.Sleep.Seconds;
            Assert.True(preStop > DnsRefreshSeconds, $"{host.Name()}: clients keep an address for {DnsRefreshSeconds} s");
            var grace = host.Spec.Template.Spec.TerminationGracePeriodSeconds;
            Assert.True(grace > preStop + ShutdownSeconds, $"{host.Name()}: killed after {grace} s while it drains");
            Assert.Equal("0", host.Spec.Strategy.RollingUpdate.MaxUnavailable.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Pods_of_ours_run_without_privileges_and_within_bounds(string folder)
    {
        var objects = await Manifests.LoadAsync(folder);
        foreach (var pod in Hosts(objects).Select(d => d.Spec.Template.Spec).Append(Migration(objects).Spec.Template.Spec))
        {
            var container = Assert.Single(pod.Containers);
            Assert.True(pod.SecurityContext.RunAsNonRoot);
            Assert.False(pod.AutomountServiceAccountToken);
            Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
            Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
            Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            Assert.Superset(new HashSet<string> { "cpu", "memory" }, container.Resources.Requests.Keys.ToHashSet());
            Assert.True(container.Resources.Limits["memory"].ToDecimal() >= container.Resources.Requests["memory"].ToDecimal());
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Replicas_of_matching_share_cached_answers_and_keep_half_of_their_memory_free(string folder)
    {
        var container = Container(Hosts(await Manifests.LoadAsync(folder)).Single(h => h.Name() == "matching"));

        var secret = container.Env.Single(e => e.Name == "Matching__CacheKeySecret").ValueFrom.SecretKeyRef;
        Assert.Equal(("careerrecs-cache", "key-secret"), (secret.Name, secret.Key));
        var versions = long.Parse(
            container.Env.Single(e => e.Name == "Matching__MemoryBytes").Value,
            CultureInfo.InvariantCulture
        );
        var documents = new DocumentOptions();
        var forDocuments = (documents.Workers * DocumentOptions.WorkerBytes) + documents.AdmittedBytes;
        var forHost = container.Resources.Limits["memory"].ToDecimal() - forDocuments;
        Assert.True(versions + new CacheOptions().MemoryBytes <= forHost / 2);
        var heap = long.Parse(
            container.Env.Single(e => e.Name == "DOTNET_GCHeapHardLimit").Value,
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture
        );
        Assert.True(heap <= forHost * 0.75m);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Replicas_spread_over_zones_and_nodes(string folder)
    {
        foreach (var host in Hosts(await Manifests.LoadAsync(folder)))
        {
            var spread = host.Spec.Template.Spec.TopologySpreadConstraints;
            Assert.Equal(["topology.kubernetes.io/zone", "kubernetes.io/hostname"], spread.Select(s => s.TopologyKey));
            Assert.All(spread, s => Assert.Equal(host.Name(), s.LabelSelector.MatchLabels["app.kubernetes.io/name"]));
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Files_being_imported_have_room_where_hosts_put_them(string folder)
    {
        var objects = await Manifests.LoadAsync(folder);
        var directory = objects.OfType<V1ConfigMap>().Single(c => c.Data?.ContainsKey("Database__Directory") == true).Data[
            "Database__Directory"
        ];
        foreach (var (name, header) in new[] { ("catalog", ImportHeader.Descriptor), ("salary", WageTableHeader.Descriptor) })
        {
            var pod = Hosts(objects).Single(h => h.Name() == name).Spec.Template.Spec;
            var mount = pod.Containers[0].VolumeMounts.Single(m => m.MountPath == directory);
            var room = pod.Volumes.Single(v => v.Name == mount.Name).EmptyDir.SizeLimit.ToDecimal();
            var largest = header.FindFieldByName("size_bytes").GetOptions().GetExtension(LimitsExtensions.Limits).Max;
            Assert.True(room > (decimal)largest * new UploadOptions().MaxConcurrent, $"{name}: {room} bytes");
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Migrations_run_once_and_not_in_the_hosts(string folder)
    {
        var objects = await Manifests.LoadAsync(folder);

        Assert.Equal(["migrate", "--provider", "Postgres"], Migration(objects).Spec.Template.Spec.Containers[0].Args.Take(3));
        Assert.DoesNotContain("Database__MigrateOnStart", objects.OfType<V1ConfigMap>().SelectMany(c => c.Data.Keys));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task What_a_pod_mounts_or_reads_is_there_or_is_a_secret_the_operator_makes(string folder)
    {
        var objects = await Manifests.LoadAsync(folder);
        var made = File.ReadAllText(Path.Combine(Manifests.Root, "deploy", "README.md"));
        var maps = objects.OfType<V1ConfigMap>().Select(c => c.Name()).ToHashSet();
        foreach (var host in Hosts(objects))
        {
            var container = Container(host);
            Assert.All(container.EnvFrom, e => Assert.Contains(e.ConfigMapRef.Name, maps));
            var keys = container.Env.Where(e => e.ValueFrom is not null).Select(e => e.ValueFrom.SecretKeyRef).ToList();
            Assert.All(keys, k => Assert.Contains($"--from-literal={k.Key}=", made, StringComparison.Ordinal));
            var secrets = keys.Select(k => k.Name)
                .Concat(host.Spec.Template.Spec.Volumes.Where(v => v.Secret is not null).Select(v => v.Secret.SecretName));
            Assert.All(secrets, s => Assert.Contains($"create secret generic {s} ", made, StringComparison.Ordinal));
            Assert.Equal(
                host.Spec.Template.Spec.Volumes.Select(v => v.Name).Order(StringComparer.Ordinal),
                container.VolumeMounts.Select(m => m.Name).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void Overlays_are_among_what_is_rendered() =>
        Assert.Superset(new HashSet<string> { "base", "overlays/small" }, Manifests.Folders.ToHashSet());

    [Theory]
    [InlineData("spec: {replicaCount: 2}")]
    [InlineData("spec: {replicas: two}")]
    [InlineData("spec: {replicas: 1}\nspec: {replicas: 2}")]
    public void A_mistake_in_a_manifest_does_not_pass_unseen(string spec) =>
        Assert.ThrowsAny<Exception>(() =>
            Manifests.Parse($"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: x}}\n{spec}")
        );

    private static List<V1Deployment> Hosts(IEnumerable<object> objects) =>
        [.. objects.OfType<V1Deployment>().Where(d => Services.Contains(d.Name()))];

    private static V1Container Container(V1Deployment host) => Assert.Single(host.Spec.Template.Spec.Containers);

    private static V1Job Migration(IEnumerable<object> objects) => objects.OfType<V1Job>().Single();
}
