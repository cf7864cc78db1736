using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Importing;

/// <summary>Fetches a publisher's file to disk, bounded, with its digest taken on the way.</summary>
public sealed partial class Downloader(HttpMessageHandler handler, IProgress<(long Done, long? Total)> progress) : IDisposable
{
    /// <summary>Where O*NET lists its releases.</summary>
    public static readonly Uri OnetReleases = new("https://www.onetcenter.org/database.html");

    private const int MostPageBytes = 4 << 20;

    private readonly HttpClient _http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The address of the newest text release that a page of the publisher links to.</summary>
    public async Task<Uri> NewestOnetAsync(Uri page, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(page, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var text = new MemoryStream();
        await CopyAsync(stream, text, new Download(page, MostPageBytes, Announced: null), null, cancellationToken);
        var releases = ReleaseLink()
            .Matches(System.Text.Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length))
            .Select(m => (Link: m.Groups["link"].Value, Major: Number(m, "major"), Minor: Number(m, "minor")))
            .OrderByDescending(r => r.Major)
            .ThenByDescending(r => r.Minor)
            .ToList();
        return releases.Count > 0
            ? new Uri(page, releases[0].Link)
            : throw new CommandException(
                $"{page} links to no text release; fetch the file by hand and give its path",
                ExitCodes.Server
            );

        static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Streams a file into a folder; what breaks off leaves nothing behind.</summary>
    public async Task<SourceFile> FetchAsync(Uri address, string folder, long mostBytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            using var response = await SendAsync(address, cancellationToken);
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var source = await response.Content.ReadAsStreamAsync(cancellationToken))
            await using (var target = File.Create(path))
            {
                var download = new Download(address, mostBytes, response.Content.Headers.ContentLength);
                await CopyAsync(source, target, download, digest, cancellationToken);
            }

            var name = Uri.UnescapeDataString(address.Segments[^1].Trim('/'));
            return new(
                path,
                name.Length > 0 ? name : "download",
                new FileInfo(path).Length,
                Convert.ToHexStringLower(digest.GetHashAndReset()),
                Temporary: true
            );
        }
        catch (Exception e)
        {
            File.Delete(path);
            if (e is HttpRequestException or IOException)
            {
                throw new CommandException($"{address} broke off: {e.Message}", ExitCodes.Server);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("careerrecs", "1.0"));
        try
        {
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                throw new CommandException(
                    $"{address} answers {(int)response.StatusCode} {response.ReasonPhrase}; "
                        + $"check the address, or fetch the file by hand and give its path",
                    ExitCodes.Server
                );
            }
        }
        catch (HttpRequestException e)
        {
            throw new CommandException(
                $"{address} cannot be reached: {e.Message}; fetch the file by hand and give its path",
                ExitCodes.Server
            );
        }
    }

    private async Task CopyAsync(
        Stream source,
        Stream target,
        Download download,
        IncrementalHash? digest,
        CancellationToken cancellationToken
    )
    {
        if (download.Announced > download.MostBytes)
        {
            throw download.TooLong();
        }

        var buffer = new byte[64 * 1024];
        long done = 0;
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            done += read;
            if (done > download.MostBytes)
            {
                throw download.TooLong();
            }

            digest?.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            progress.Report((done, download.Announced));
        }
    }

    /// <summary>A file under way.</summary>
    /// <param name="Address">Address of the file.</param>
    /// <param name="MostBytes">Length up to which it is taken.</param>
    /// <param name="Announced">Length that the server states; null if it states none.</param>
    private sealed record Download(Uri Address, long MostBytes, long? Announced)
    {
        public CommandException TooLong() =>
            new($"{Address} is longer than {MostBytes >> 20} MiB, the most that can be imported");
    }

    [GeneratedRegex("""(?<link>[^"'\s<>]*/db_(?<major>\d{1,3})_(?<minor>\d{1,3})_text\.zip)""", RegexOptions.None, 2000)]
    private static partial Regex ReleaseLink();
}
