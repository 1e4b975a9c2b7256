# The bot without a database: give it one with ConnectionStrings__Msp (deploy/compose.yaml shows both).
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# The same script that the tests run.
RUN --mount=type=cache,target=/root/.nuget/packages scripts/publish.sh /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
ENV Data__Folder=/data ASPNETCORE_URLS=http://0.0.0.0:8080
RUN mkdir /data && chown "$APP_UID" /data
VOLUME /data
USER $APP_UID
EXPOSE 8080
# No curl in the image: the program asks itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["dotnet", "MspBot.Host.dll", "health"]
ENTRYPOINT ["dotnet", "MspBot.Host.dll"]
