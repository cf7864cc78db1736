using CareerRecs.Cli;
using CareerRecs.Cli.Shell;
using CareerRecs.ProfileMatching.Documents;

// The embedded services start this executable again for each document, where it is a single file.
if (ReaderProcess.IsMeant(args))
{
    return ReaderProcess.Run(args);
}

return await App.RunAsync(args, Terminal.OfProcess(), CancellationToken.None);
