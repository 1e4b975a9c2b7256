Console.WriteLine("MspBot");
