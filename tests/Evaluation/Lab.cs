using System.IO.Compression;
using CareerRecs.ProfileMatching.Engine.Ranking;
using Grpc.Core;

namespace CareerRecs.Evaluation;

/// <summary>What a run measures on, and with what.</summary>
internal sealed class Lab : IAsyncDisposable
{
    private static readonly TimeSpan LongDeadline = TimeSpan.FromMinutes(2);

    private readonly Lazy<MatchIndex> _onetIndex;
    private readonly Lazy<Task<Shipped>> _shipped;
    private readonly Lazy<IReadOnlyList<ResumeFold>> _resumes;

    /// <param name="data">Folder of the rows to test on.</param>
    /// <param name="fit">Folder of the rows to fit on; null measures what ships.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public Lab(DirectoryInfo data, DirectoryInfo? fit, CancellationToken cancellationToken)
    {
        (Data, Fit, CancellationToken) = (data, fit, cancellationToken);
        Catalogs = new Catalogs(this);
        _onetIndex = new(() => MatchIndex.Build(Catalogs.Onet));
        _shipped = new(() => Shipped.StartAsync(this));
        _resumes = new(() => ResumeFold.Of(this));
    }

    /// <summary>Folder of the rows to test on.</summary>
    public DirectoryInfo Data { get; }

    /// <summary>Folder of the rows to fit on. Null: nothing is fitted, what ships is measured through the RPCs.</summary>
    public DirectoryInfo? Fit { get; }

    /// <summary>Rows are fitted and tested on that come from one folder, so they must be kept apart.</summary>
    public bool IsSameFolder =>
        Fit is not null && Path.GetFullPath(Fit.FullName).TrimEnd('/') == Path.GetFullPath(Data.FullName).TrimEnd('/');

    /// <summary>Ends the run.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>
    /// Call options with time enough for a busy machine, for suites that measure what is answered and not how fast.
    /// </summary>
    public CallOptions Unhurried =>
        new(deadline: TimeProvider.System.GetUtcNow().UtcDateTime + LongDeadline, cancellationToken: CancellationToken);

    /// <summary>Which people the suites of described people ask about.</summary>
    public PeopleOptions People { get; init; } = new();

    /// <summary>The catalogs.</summary>
    public Catalogs Catalogs { get; }

    /// <summary>O*NET compiled with the parameters that ship.</summary>
    public MatchIndex Onet => _onetIndex.Value;

    /// <summary>The services as they ship, in this process, with O*NET and ESCO imported. Started on first use.</summary>
    public Shipped Shipped => _shipped.Value.GetAwaiter().GetResult();

    /// <summary>Whether the catalogs that <see cref="Shipped"/> imports are there.</summary>
    public bool HasCatalogs => Catalogs.Has("onet") && Catalogs.Has("esco");

    /// <summary>The resumes, in folds. Fitted on first use.</summary>
    public IReadOnlyList<ResumeFold> Resumes => _resumes.Value;

    /// <summary>
    /// Whether the folder of the rows to test on has the file; without it what is measured on it is left out, and that is said.
    /// </summary>
    public bool HasRows(params string[] path)
    {
        var there = File.Exists(Path.Combine([Data.FullName, .. path]));
        if (!there)
        {
            Console.Error.WriteLine($"{string.Join('/', path)} is not in the folder: what is measured on it is left out");
        }
        return there;
    }

    /// <summary>Whether a reference file or folder exists in one of the folders.</summary>
    public bool HasReference(params string[] path) =>
        Folders().Any(folder => Path.Exists(Path.Combine([folder.FullName, .. path])));

    /// <summary>A reference file: of the test folder, else of the fit folder.</summary>
    public FileInfo Find(params string[] path) =>
        Folders().Select(folder => new FileInfo(Path.Combine([folder.FullName, .. path]))).FirstOrDefault(f => f.Exists)
        ?? throw new FileNotFoundException(
            $"{string.Join('/', path)} is in neither folder: --data must name a folder laid out as README.md says."
        );

    /// <summary>A folder of reference files: of the test folder, else of the fit folder.</summary>
    public DirectoryInfo FindFolder(params string[] path) =>
        Folders().Select(folder => new DirectoryInfo(Path.Combine([folder.FullName, .. path]))).FirstOrDefault(f => f.Exists)
        ?? throw new DirectoryNotFoundException(
            $"{string.Join('/', path)} is in neither folder: --data must name a folder laid out as README.md says."
        );

    /// <summary>Opens a reference file; gzip is opened as what is inside.</summary>
    public Stream Open(params string[] path) => Open(Find(path));

    /// <summary>Opens a file; gzip is opened as what is inside.</summary>
    public static Stream Open(FileInfo file) =>
        file.Extension == ".gz" ? new GZipStream(file.OpenRead(), CompressionMode.Decompress) : file.OpenRead();

    /// <summary>
    /// What to fit on and what to test on: from one folder five folds, a person's rows all in one; from two folders all of the
    /// one and all of the other; without anything to fit on all as test rows.
    /// </summary>
    /// <param name="read">Reads the rows out of a folder.</param>
    /// <param name="person">Rows of one person stay together.</param>
    public IEnumerable<(IReadOnlyList<T> Fit, IReadOnlyList<T> Test)> Split<T>(
        Func<DirectoryInfo, IReadOnlyList<T>> read,
        Func<T, string> person
    )
    {
        if (Fit is null)
        {
            return [([], read(Data))];
        }
        return IsSameFolder ? Splits.Folds(read(Data), person) : [(read(Fit), read(Data))];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_shipped.IsValueCreated)
        {
            await (await _shipped.Value).DisposeAsync();
        }
    }

    private IEnumerable<DirectoryInfo> Folders() => Fit is null ? [Data] : [Data, Fit];
}
