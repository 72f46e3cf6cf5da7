; Setup and uninstaller of CCHC Desktop: for one user, without administrator's rights.
; nsis.py defines VERSION, FILES (the list of files), LANGUAGES, PICTURES, OUT, KILOBYTES and, when
; wanted, SOLID, DEVELOPMENT and SIGN. Exit status: 0 done, 2 stopped by the user or by a failure,
; 3 this Windows is too old, 4 the program is running.

Unicode true
Target amd64-unicode
RequestExecutionLevel user
ManifestSupportedOS all
ManifestDPIAware true
!ifdef SOLID
  SetCompressor /SOLID lzma
!else
  SetCompressor zlib
!endif

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh

!define NAME "CCHC Desktop"
!define ID "CCHC-Desktop"
!define PROGRAM "runtime\CCHC-Desktop.exe"
!define FILE_TYPE "CCHCDesktop.File"
!define CLASSES "Software\Classes"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define RUNNING "${NAME} đang chạy. Hãy đóng cửa sổ chương trình rồi bấm Thử lại."
!define TOO_OLD "${NAME} cần Windows 10 bản 1809 trở lên (hoặc Windows 11); máy này chạy bản Windows cũ hơn nên không cài được."
!define NOT_REMOVED "Chưa gỡ được bản ${NAME} đang có; hãy đóng chương trình, khởi động lại máy rồi chạy lại bộ cài đặt."

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${ID}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
!ifdef DEVELOPMENT
  BrandingText "${NAME} ${VERSION} – bản dựng thử, không phát hành"
!else
  BrandingText "${NAME} ${VERSION}"
!endif
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileDescription" "Bộ cài đặt ${NAME}"
VIAddVersionKey /LANG=1066 "CompanyName" "${NAME}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "Giấy phép của các phần kèm theo: GIAY-PHEP.txt"
MiscButtonText "< &Quay lại" "&Tiếp >" "Huỷ bỏ" "Đón&g"
InstallButtonText "&Cài đặt"
UninstallButtonText "&Gỡ bỏ"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define MUI_ICON "${PICTURES}\program.ico"
!define MUI_UNICON "${PICTURES}\program.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}\side.bmp"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${PICTURES}\head.bmp"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "Dừng cài đặt ${NAME}?"

!define MUI_WELCOMEPAGE_TITLE "Cài đặt ${NAME} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Chương trình giúp lập và theo dõi kế hoạch cải cách hành chính của cơ quan.$\r$\n$\r$\nCài cho riêng tài khoản Windows đang dùng; không cần quyền quản trị, không cần mạng.$\r$\n$\r$\nNếu máy đã có bản cũ, bản cũ được thay; tệp kế hoạch và bản sao lưu giữ nguyên.$\r$\n$\r$\nBấm Tiếp để tiếp tục."
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_HEADER_TEXT "Thư mục cài đặt"
!define MUI_PAGE_HEADER_SUBTEXT "Thông thường không cần đổi."
!define MUI_DIRECTORYPAGE_TEXT_TOP "${NAME} được cài vào thư mục dưới đây. Tệp kế hoạch của anh chị không nằm trong thư mục này."
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "Thư mục"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE refuseWhileRunning
!insertmacro MUI_PAGE_DIRECTORY
!define MUI_PAGE_HEADER_TEXT "Đang cài đặt"
!define MUI_PAGE_HEADER_SUBTEXT "Khoảng nửa phút."
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "Đã cài xong"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "${NAME} ${VERSION}"
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "Chưa cài được"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "Máy chưa có ${NAME} ${VERSION}."
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "Đã cài xong ${NAME} ${VERSION}"
!define MUI_FINISHPAGE_TEXT "Mở chương trình từ biểu tượng trên màn hình, từ trình đơn Start, hoặc bấm đúp một tệp kế hoạch (.cchc)."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Mở ${NAME} ngay"
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_HEADER_TEXT "Gỡ bỏ ${NAME}"
!define MUI_PAGE_HEADER_SUBTEXT "Tệp kế hoạch, thiết đặt và bản sao lưu của anh chị được giữ nguyên."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Chương trình được gỡ khỏi thư mục dưới đây."
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "Thư mục"
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "Đang gỡ bỏ"
!define MUI_PAGE_HEADER_SUBTEXT "${NAME} ${VERSION}"
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGEEX "${LANGUAGES}" "Vietnamese"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif
!include "${FILES}"

Var PreviousFolder
Var HadProgram ; "1" when this is an upgrade
Var HadDesktopIcon ; "1" when the icon on the desktop was there before

; Sets the error flag when a program of the folder runs: Windows then lets nobody write to its file.
!macro FLAG_RUNNING FOLDER FILE
  ${If} ${FileExists} "${FOLDER}\${FILE}"
    FileOpen $0 "${FOLDER}\${FILE}" a
    FileClose $0
  ${EndIf}
!macroend

!macro REFUSE_WHILE_RUNNING FOLDER
  ${Do}
    ClearErrors
    !insertmacro FLAG_RUNNING "${FOLDER}" "${PROGRAM}"
    !insertmacro FLAG_RUNNING "${FOLDER}" "runtime\python.exe"
    ${IfNot} ${Errors}
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${RUNNING}" /SD IDCANCEL IDCANCEL`
      SetErrorLevel 4
      Quit
    ${EndIf}
  ${Loop}
!macroend

Function .onInit
  ${IfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP "${TOO_OLD}" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ReadRegStr $PreviousFolder HKCU "${UNINSTALL_KEY}" "InstallLocation"
  Call refuseWhileRunning
FunctionEnd

Function refuseWhileRunning
  !insertmacro REFUSE_WHILE_RUNNING "$INSTDIR"
  ${If} $PreviousFolder != ""
    !insertmacro REFUSE_WHILE_RUNNING "$PreviousFolder"
  ${EndIf}
FunctionEnd

Function removePrevious
  ${If} $PreviousFolder == ""
  ${OrIfNot} ${FileExists} "$PreviousFolder\uninstall.exe"
    Return
  ${EndIf}
  StrCpy $HadProgram 1
  ${If} ${FileExists} "$DESKTOP\${NAME}.lnk"
    StrCpy $HadDesktopIcon 1
  ${EndIf}
  ClearErrors
  ExecWait '"$PreviousFolder\uninstall.exe" /S _?=$PreviousFolder' $0
  ${If} ${Errors}
  ${OrIf} $0 != 0
    MessageBox MB_OK|MB_ICONSTOP "${NOT_REMOVED}" /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
  Delete "$PreviousFolder\uninstall.exe"
  RMDir "$PreviousFolder"
FunctionEnd

Section
  Call refuseWhileRunning
  DetailPrint "Đang chép các tệp của chương trình…"
  SetDetailsPrint none
  Call removePrevious
  SetOverwrite on
  !insertmacro INSTALL_FILES
  WriteUninstaller "$INSTDIR\uninstall.exe"

  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  ${If} $HadProgram != 1
  ${OrIf} $HadDesktopIcon == 1
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  ${EndIf}

  WriteRegStr HKCU "${CLASSES}\.cchc" "" "${FILE_TYPE}"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}" "" "Kế hoạch cải cách hành chính"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\DefaultIcon" "" "$INSTDIR\document.ico"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
  !insertmacro REFUSE_WHILE_RUNNING "$INSTDIR"
FunctionEnd

Section Uninstall
  !insertmacro REFUSE_WHILE_RUNNING "$INSTDIR"
  DetailPrint "Đang gỡ các tệp của chương trình…"
  SetDetailsPrint none
  !insertmacro REMOVE_FILES
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"

  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\.cchc" ""
  ${If} $0 == "${FILE_TYPE}"
    DeleteRegValue HKCU "${CLASSES}\.cchc" ""
    DeleteRegKey /ifempty HKCU "${CLASSES}\.cchc"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${FILE_TYPE}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"
SectionEnd
