using CareerRecs.Cli;

return await App.RunAsync(args, Terminal.OfProcess(), CancellationToken.None);
