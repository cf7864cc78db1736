using System.Diagnostics;
using System.Text.Json;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.Testing.Servers;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareerRecs.EndToEnd.Tests.Cluster;

/// <summary>Callers of matching by grpc-js, in a process of node: <c>callers.js</c>.</summary>
public sealed class NodeCallers : IAsyncDisposable
{
    private const string Node = "/usr/bin/node";
    private const string Npm = "/usr/bin/npm";
    private const int Callers = 3;

    private readonly Process _process;

    private NodeCallers(Process process) => _process = process;

    /// <summary>What they were told.</summary>
    public CallLog Log { get; } = new("grpc-js");

    /// <summary>Skips the test, or fails it in CI, unless node is installed.</summary>
    public static void OrSkip() => Installed.OrSkip(File.Exists(Node) && File.Exists(Npm), "npm");

    /// <summary>Installs grpc-js into a folder and begins to call.</summary>
    public static async Task<NodeCallers> StartAsync(
        string folder,
        string replicas,
        string token,
        string catalog,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        using var install = Start(
            folder,
            Npm,
            [
                "install",
                "--silent",
                "--no-fund",
                "--no-audit",
                "--prefer-offline",
                "@grpc/grpc-js@1.14.7",
                "@grpc/proto-loader@0.8.1",
            ]
        );
        await install.WaitForExitAsync(cancellationToken);
        if (install.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm install ended with {install.ExitCode}.");
        }

        File.Copy(Path.Combine(AppContext.BaseDirectory, "callers.js"), Path.Combine(folder, "callers.js"), overwrite: true);
        await File.WriteAllBytesAsync(Path.Combine(folder, "contract.binpb"), DescribeContract(), cancellationToken);
        await using (var config = typeof(CatalogService).Assembly.GetManifestResourceStream("service_config.json")!)
        await using (var file = File.Create(Path.Combine(folder, "service_config.json")))
        {
            await config.CopyToAsync(file, cancellationToken);
        }
        var settings = new
        {
            contract = "contract.binpb",
            serviceConfig = "service_config.json",
            replicas,
            token,
            catalog,
            callers = Callers,
        };
        await File.WriteAllTextAsync(
            Path.Combine(folder, "settings.json"),
            JsonSerializer.Serialize(settings),
            cancellationToken
        );
        var process = Start(folder, Node, ["callers.js", "settings.json"]);
        var callers = new NodeCallers(process);
        process.OutputDataReceived += (_, line) => callers.Note(line.Data);
        process.ErrorDataReceived += (_, line) => callers.Note(line.Data is null ? null : $"failed {line.Data}");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return callers;
    }

    /// <summary>Lets the calls under way end, and makes no more.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static Process Start(string folder, string program, string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    /// <summary>The contract as grpc-js loads it without its files: those of the service, each behind what it imports.</summary>
    private static byte[] DescribeContract()
    {
        var files = new Dictionary<string, FileDescriptor>(StringComparer.Ordinal);
        Add(MatchingService.Descriptor.File);
        Add(ProfileService.Descriptor.File);
        return new FileDescriptorSet { File = { files.Values.Select(file => file.ToProto()) } }.ToByteArray();

        void Add(FileDescriptor file)
        {
            if (files.ContainsKey(file.Name))
            {
                return;
            }
            foreach (var import in file.Dependencies)
            {
                Add(import);
            }
            files.Add(file.Name, file);
        }
    }

    private void Note(string? line)
    {
        switch (line?.Split(' ', 2))
        {
            case ["answered"]:
                Log.AddAnswer();
                break;
            case ["stored", var externalId]:
                Log.AddStored(externalId);
                break;
            case ["failed", var why]:
                Log.Failures.Enqueue(why);
                break;
            default:
                break;
        }
    }
}
