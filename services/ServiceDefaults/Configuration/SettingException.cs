namespace CareerRecs.ServiceDefaults.Configuration;

/// <summary>
/// A setting that cannot work, in one line for the operator. The host does not start; values that may be secret are not in it.
/// </summary>
/// <param name="key">The setting, as <c>Bus:Url</c> or <c>Bus__Url</c>.</param>
/// <param name="problem">What is wrong and what to do, such as <c>"http://x" is no amqp or amqps address</c>.</param>
public sealed class SettingException(string key, string problem) : Exception($"{NameOf(key)}: {problem}")
{
    /// <summary>A key as an environment variable names it: <c>Bus__Url</c>.</summary>
    public static string NameOf(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
