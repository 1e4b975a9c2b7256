Console.WriteLine("MspBot.Sandbox");
