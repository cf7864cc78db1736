namespace CareerRecs.Cli.Embedded;

/// <summary>The folder in which the embedded services and the command keep what is theirs.</summary>
public sealed class DataDirectory(string path)
{
    /// <summary>The folder.</summary>
    public string Path => path;

    /// <summary>Held open by the process whose services are running.</summary>
    public string LockFile => System.IO.Path.Combine(path, "careerrecs.lock");

    /// <summary>Where the services of that process listen.</summary>
    public string AddressFile => System.IO.Path.Combine(path, "careerrecs.address");

    /// <summary>Options of the last question, so that the next command can be about the same person.</summary>
    public string LastSubjectFile => System.IO.Path.Combine(path, "last-subject.json");

    /// <summary>Signing key and JWKS of `careerrecs token`.</summary>
    public string Keys => System.IO.Path.Combine(path, "keys");

    /// <summary>Makes the folder, for its owner alone: profiles may be in it.</summary>
    public DataDirectory Create()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return this;
    }

    /// <summary>The folder asked for, else $XDG_DATA_HOME/careerrecs, else ~/.local/share/careerrecs.</summary>
    public static string Resolve(string? asked, Func<string, string?> environment)
    {
        if (!string.IsNullOrWhiteSpace(asked))
        {
            return System.IO.Path.GetFullPath(asked);
        }
        // A relative XDG_DATA_HOME is to be ignored, says its specification.
        if (environment("XDG_DATA_HOME") is { Length: > 0 } xdg && System.IO.Path.IsPathFullyQualified(xdg))
        {
            return System.IO.Path.Combine(xdg, "careerrecs");
        }

        var home = environment("HOME") is { Length: > 0 } h
            ? h
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return System.IO.Path.Combine(home, ".local", "share", "careerrecs");
    }
}
