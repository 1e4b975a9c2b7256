Console.WriteLine("MspBot.Benchmarks");
