namespace CareerRecs.ServiceDefaults.Configuration;

/// <summary>Text files that a setting names and that are used together.</summary>
/// <param name="Setting">The setting, as <c>Auth:JwksFile</c>.</param>
/// <param name="Advice">What the operator does about files that cannot be used.</param>
/// <param name="Paths">The files.</param>
public sealed record SettingFile(string Setting, string Advice, params IReadOnlyList<string> Paths)
{
    /// <summary>
    /// Reads and parses the files while the host starts. SettingException if they cannot be used; their contents are not in it.
    /// </summary>
    /// <param name="parse">Makes the value of the files' texts; throws <see cref="FormatException"/> with what is wrong.</param>
    public T Load<T>(Func<IReadOnlyList<string>, T> parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        try
        {
            return parse(ReadTexts());
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new SettingException(Setting, $"{this} cannot be used: {Describe(e)}. {Advice}");
        }
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(" with ", Paths.Select(path => $"\"{path}\""));

    internal IReadOnlyList<string> ReadTexts() => [.. Paths.Select(File.ReadAllText)];

    internal static bool IsFault(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or FormatException;

    internal static string Describe(Exception fault) =>
        fault switch
        {
            FileNotFoundException or DirectoryNotFoundException => "it is not there",
            UnauthorizedAccessException => "it may not be read",
            _ => fault.Message.TrimEnd('.'),
        };
}
