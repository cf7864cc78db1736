namespace CareerRecs.Cli.Embedded;

/// <summary>
/// One process at a time runs services over a data folder. The lock is an open file, which the system releases however
/// the process ends; the address stands in a second file, because a locked one cannot be read everywhere.
/// </summary>
public sealed class InstanceLock : IDisposable
{
    private readonly FileStream _held;
    private readonly DataDirectory _directory;

    private InstanceLock(FileStream held, DataDirectory directory) => (_held, _directory) = (held, directory);

    /// <summary>Takes the lock, or gives null where another process has it.</summary>
    public static InstanceLock? TryTake(DataDirectory directory)
    {
        directory.Create();
        try
        {
            var file = new FileStream(directory.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            // Left behind by a process that was killed.
            File.Delete(directory.AddressFile);
            return new(file, directory);
        }
        catch (IOException) when (File.Exists(directory.LockFile))
        {
            return null;
        }
    }

    /// <summary>The address that the holder of the lock published; null while it is starting.</summary>
    public static Uri? PublishedAddress(DataDirectory directory)
    {
        try
        {
            return Uri.TryCreate(File.ReadAllText(directory.AddressFile).Trim(), UriKind.Absolute, out var address)
                ? address
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Tells other commands where the services listen; at once, so that nobody reads half an address.</summary>
    public void Publish(Uri address)
    {
        var draft = _directory.AddressFile + ".new";
        File.WriteAllText(draft, address.ToString());
        File.Move(draft, _directory.AddressFile, overwrite: true);
    }

    /// <summary>Sends nobody here any more, while calls that are under way end.</summary>
    public void Withdraw() => File.Delete(_directory.AddressFile);

    /// <summary>Lets the next process have it.</summary>
    public void Dispose()
    {
        Withdraw();
        _held.Dispose();
    }
}
